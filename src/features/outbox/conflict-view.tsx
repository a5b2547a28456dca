import type { Command, FieldValues } from '#domain/command.ts';
import { fieldName, fieldText, mineOf } from '#store/write/describe-change.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import classes from './outbox.module.css';

type ConflictViewProps = {
  command: Command;
  /** The fields that somebody else changed, as they are now. */
  theirs: FieldValues;
};

/** By field: what the analyst saw, what stands there now, and what the analyst wants there. */
export function ConflictView({ command, theirs }: ConflictViewProps) {
  return Object.entries(theirs).map(([field, value]) => (
    <section key={field} className={classes['conflict']} aria-label={`Conflict: ${fieldName(field)}`}>
      <p className={classes['seen']}>
        {fieldName(field)} when you saw it:{' '}
        <InertText text={fieldText(field, command.base[field])} shownLength={500} />
      </p>
      <dl className={classes['sides']}>
        <div className={classes['side']}>
          <dt>Theirs, there now</dt>
          <dd>
            <InertText text={fieldText(field, value)} shownLength={4_000} />
          </dd>
        </div>
        <div className={classes['side']}>
          <dt>Mine, not sent</dt>
          <dd>
            <InertText text={mineOf(command.change)} shownLength={4_000} />
          </dd>
        </div>
      </dl>
    </section>
  ));
}

/** What 'Send mine anyway' takes away. */
export function sayReplaced(theirs: FieldValues): string {
  const fields = Object.entries(theirs).map(([field, value]) => {
    const text = fieldText(field, value);
    return `${fieldName(field)} ‘${text.length > 60 ? `${text.slice(0, 60)}…` : text}’`;
  });
  return `Sending mine replaces ${fields.join(' and ')}.`;
}
