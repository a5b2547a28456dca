import { useState } from 'react';
import type { Offer, TextField } from '#domain/command.ts';
import { fieldName } from '#store/write/describe-change.ts';
import { readDraft } from '#store/write/drafts.ts';
import { useCaseWriting } from './case-writing.ts';
import { ChangeMark } from './change-mark.tsx';
import classes from './fields.module.css';
import { ReasonedButton } from './reasoned-button.tsx';
import { shownChange } from './shown-change.ts';
import { TextEditor } from './text-editor.tsx';
import { useGiveFocusBack } from './use-give-focus-back.ts';

type TextOffer = Offer & { field: TextField };

const textFields: readonly string[] = ['summary', 'description', 'findings', 'note'] satisfies TextField[];

function isText(offer: Offer): offer is TextOffer {
  return offer.name === 'text' && offer.field !== undefined && textFields.includes(offer.field);
}

/** The long texts that the vendor keeps of the record, each to be changed in place. */
export function TextEdits() {
  const writing = useCaseWriting();
  const [open, setOpen] = useState<TextField | null>(null);
  const { ref, giveBack } = useGiveFocusBack();
  const [left, setLeft] = useState<TextField | null>(null);
  if (writing === null) return null;
  const offers = (writing.offers ?? []).filter(isText);
  const edited = offers.find(({ field }) => field === open);
  if (edited !== undefined)
    return (
      <TextEditor
        key={edited.field}
        writing={writing}
        offer={edited}
        field={edited.field}
        onLeave={() => {
          setLeft(edited.field);
          setOpen(null);
          giveBack();
        }}
      />
    );
  if (offers.length === 0) return null;
  const { mark } = shownChange(writing, ['text']);
  return (
    <span className={classes['actions']}>
      {offers.map(({ field, unavailable }) => {
        const name = fieldName(field).toLowerCase();
        const hasDraft = readDraft(writing.row, field) !== null;
        return (
          <ReasonedButton
            key={field}
            {...(field === left ? { ref } : {})}
            size="compact-xs"
            variant="subtle"
            unavailable={unavailable}
            onClick={() => setOpen(field)}
          >
            {hasDraft ? `Go on editing ${name}, draft kept` : `Edit ${name}`}
          </ReasonedButton>
        );
      })}
      <ChangeMark mark={mark} />
    </span>
  );
}
