import type { DetailField } from '#domain/case.ts';
import { CopyButton } from '#ui/text/copy-button.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import { AbsoluteTime } from '#ui/time/absolute-time.tsx';
import classes from './detail-field.module.css';
import type { ShownField } from './field-list.tsx';
import { ObservedText } from './observables/observed-text.tsx';

export function toShownField({ label, text, kind, at }: DetailField): ShownField {
  if (kind === 'instant' && at !== undefined)
    return {
      label,
      value: (
        <Copyable text={text} label={label}>
          <AbsoluteTime at={at} />
        </Copyable>
      ),
    };
  if (kind === 'mono') return { label, value: <MonoValue text={text} label={label} /> };
  return {
    label,
    value: (
      <Copyable text={text} label={label}>
        <ObservedText text={text} />
      </Copyable>
    ),
  };
}

/** Ids, hashes, paths: text of which no letter is like another. */
export function MonoValue({ text, label }: { text: string; label: string }) {
  return (
    <Copyable text={text} label={label}>
      <code>
        <InertText text={text} shownLength={2_000} />
      </code>
    </Copyable>
  );
}

type CopyableProps = { text: string; label: string; children: React.ReactNode };

/** The button shows under the pointer and the focus, and always at touch. */
function Copyable({ text, label, children }: CopyableProps) {
  return (
    <span className={classes['copyable']}>
      {children}
      {text === '' ? null : (
        <span className={classes['copy']}>
          <CopyButton text={text} label={`Copy ${label}`} />
        </span>
      )}
    </span>
  );
}
