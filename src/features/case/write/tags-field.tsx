import { Button, TagsInput, UnstyledButton } from '@mantine/core';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { TagsValue } from '../row-values.tsx';
import { type CaseWriting, findOffer, sayUnavailable } from './case-writing.ts';
import { ChangeMark } from './change-mark.tsx';
import { escapeWithin } from './escape-within.ts';
import classes from './fields.module.css';
import { ReasonedButton } from './reasoned-button.tsx';
import { shownChange } from './shown-change.ts';
import { useChange } from './use-change.ts';
import { useGiveFocusBack } from './use-give-focus-back.ts';

/** Added and taken away by name: what others set meanwhile stays. */
export function TagsField({ writing }: { writing: CaseWriting }) {
  const { row } = writing;
  const offer = findOffer(writing, 'tags');
  const { change } = useChange(writing, offer);
  const { change: wanted, mark } = shownChange(writing, ['tags']);
  const [edited, setEdited] = useState<string[] | null>(null);
  const { ref, giveBack } = useGiveFocusBack();
  const tags =
    wanted?.name === 'tags'
      ? [
          ...row.tags.filter(tag => !wanted.remove.includes(tag)),
          ...wanted.add.filter(tag => !row.tags.includes(tag)),
        ]
      : row.tags;

  function leave(): void {
    setEdited(null);
    giveBack();
  }

  function save(): void {
    const add = (edited ?? []).filter(tag => !tags.includes(tag));
    const remove = tags.filter(tag => !(edited ?? []).includes(tag));
    if (add.length + remove.length > 0) change({ name: 'tags', add, remove });
    leave();
  }

  if (edited === null)
    return (
      <span className={classes['tags']}>
        <TagsValue tags={tags} />
        <ChangeMark mark={mark} />
        <ReasonedButton
          ref={ref}
          size="compact-xs"
          variant="subtle"
          aria-label="Edit tags"
          unavailable={sayUnavailable(writing, offer)}
          onClick={() => setEdited([...new Set(tags)])}
        >
          <Pencil size={12} aria-hidden />
        </ReasonedButton>
      </span>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field within it
    <span className={classes['form']} onKeyDown={escapeWithin(leave)}>
      <TagsInput
        aria-label="Tags"
        description={offer?.warning ?? ''}
        autoFocus
        acceptValueOnBlur
        value={edited}
        {...(offer?.maxLength == null ? {} : { maxLength: offer.maxLength })}
        onChange={setEdited}
      />
      <Button size="compact-xs" variant="filled" onClick={save}>
        Save tags
      </Button>
      <UnstyledButton className={classes['leave']} onClick={leave}>
        Cancel
      </UnstyledButton>
    </span>
  );
}
