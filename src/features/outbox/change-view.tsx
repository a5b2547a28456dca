import type { Command } from '#domain/command.ts';
import { describeChange } from '#store/write/describe-change.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import classes from './outbox.module.css';

/** What is to change, in words, and somebody's own words whole. */
export function ChangeView({ command }: { command: Pick<Command, 'change' | 'base'> }) {
  const { what, from, to, text } = describeChange(command);
  return (
    <>
      <p className={classes['change']}>
        <span className={classes['what']}>
          <InertText text={what} />
        </span>
        {from === null ? null : (
          <>
            {' '}
            <InertText text={from} shownLength={300} /> <span aria-hidden>→</span>
            <span className="cf-unseen"> to</span>
          </>
        )}
        {to === '' ? null : (
          <>
            {' '}
            <strong className={classes['to']}>
              <InertText text={to} shownLength={300} />
            </strong>
          </>
        )}
      </p>
      {text === '' ? null : <Words text={text} />}
    </>
  );
}

export function Words({ text }: { text: string }) {
  return (
    <div className={classes['words']}>
      <InertText text={text} shownLength={4_000} />
    </div>
  );
}
