import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ErrorLine } from '#ui/feedback/error-line.tsx';
import { Dialog } from '#ui/panes/dialog.tsx';
import classes from './dialogs.module.css';

type ConfirmDialogProps = {
  title: string;
  /** What will happen, and what will not. */
  children: ReactNode;
  /** Verb and object: 'Delete Stellar APAC'. */
  action: string;
  isDangerous?: boolean;
  run: () => Promise<unknown>;
  onClose: () => void;
};

/** Asks before something goes, and stays open with the reason when it could not be done. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, action, isDangerous = false, run, onClose } = props;
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function confirm() {
    if (isBusy) return;
    setBusy(true);
    setTrouble(null);
    try {
      await run();
      onClose();
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant={isDangerous ? 'default' : 'filled'}
            {...(isDangerous ? { className: classes['dangerous'] ?? '' } : {})}
            onClick={() => void confirm()}
          >
            {action}
          </Button>
        </>
      }
    >
      <div className={classes['text']}>{children}</div>
      {trouble === null ? null : <ErrorLine text={trouble} />}
    </Dialog>
  );
}
