import { fieldName } from '#store/write/describe-change.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import classes from './write.module.css';

type ConflictSidesProps = { field: string; base: string; theirs: string; mine: string };

/** By field: what the analyst saw, what stands there now, and what the analyst wants there. */
export function ConflictSides({ field, base, theirs, mine }: ConflictSidesProps) {
  return (
    <section aria-label={`Conflict: ${fieldName(field)}`}>
      <dl className={classes['sides']}>
        <Side name={`${fieldName(field)} when you saw it`} text={base} />
        <Side name="Theirs, there now" text={theirs} />
        <Side name="Mine, not sent" text={mine} />
      </dl>
    </section>
  );
}

function Side({ name, text }: { name: string; text: string }) {
  return (
    <div className={classes['side']}>
      <dt>{name}</dt>
      <dd>
        <InertText text={text === '' ? 'nothing' : text} shownLength={8_000} />
      </dd>
    </div>
  );
}
