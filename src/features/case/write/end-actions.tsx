import { useState } from 'react';
import { type CaseWriting, findOffer, sayUnavailable } from './case-writing.ts';
import { CloseForm } from './close-form.tsx';
import classes from './fields.module.css';
import { ReasonedButton } from './reasoned-button.tsx';
import { ReopenForm } from './reopen-form.tsx';

/** Ends the work on a record, or takes it up again. */
export function EndActions({ writing }: { writing: CaseWriting }) {
  const [open, setOpen] = useState<'close' | 'reopen' | null>(null);
  const leave = () => setOpen(null);
  const close = findOffer(writing, 'close');
  const reopen = findOffer(writing, 'reopen');
  return (
    <span className={classes['actions']}>
      <ReasonedButton
        size="compact-xs"
        unavailable={sayUnavailable(writing, close)}
        onClick={() => setOpen('close')}
      >
        Close
      </ReasonedButton>
      <ReasonedButton
        size="compact-xs"
        unavailable={sayUnavailable(writing, reopen)}
        onClick={() => setOpen('reopen')}
      >
        Reopen
      </ReasonedButton>
      {close === null ? null : (
        <CloseForm writing={writing} offer={close} isOpen={open === 'close'} onLeave={leave} />
      )}
      {reopen === null ? null : (
        <ReopenForm writing={writing} offer={reopen} isOpen={open === 'reopen'} onLeave={leave} />
      )}
    </span>
  );
}
