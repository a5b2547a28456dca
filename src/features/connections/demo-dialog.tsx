import { Button } from '@mantine/core';
import { Dialog } from '#ui/panes/dialog.tsx';
import { CopyButton } from '#ui/text/copy-button.tsx';
import classes from './dialogs.module.css';

const command = 'npm run demo';

/** How to look at Casefold without a vendor. */
export function DemoDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog
      title="Look at the demo"
      isOpen={isOpen}
      onClose={onClose}
      foot={<Button onClick={onClose}>Close</Button>}
    >
      <div className={classes['text']}>
        <p>
          The demo is the whole of Casefold with five simulated vendors and about 2,400 made-up cases and
          alerts, all within the browser. It needs no account, sends nothing anywhere, and leaves what you set
          up here alone.
        </p>
        <p>Run this where Casefold is, then open the address it prints:</p>
        <div className={classes['command']}>
          <code>{command}</code>
          <CopyButton text={command} label="Copy the command" />
        </div>
      </div>
    </Dialog>
  );
}
