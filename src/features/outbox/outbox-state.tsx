import { Upload } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useOutbox, useOutboxTrouble } from '#store/write/writes.ts';
import { Sheet } from '#ui/panes/sheet.tsx';
import { useShortcut } from '#ui/shortcuts/use-shortcut.ts';
import { countWaiting, sayWaiting } from './count-waiting.ts';
import { closeOutbox, openOutbox, useOpenOutboxTab } from './outbox-opening.ts';
import classes from './outbox-state.module.css';

const OutboxDrawer = lazy(() =>
  import('./outbox-drawer.tsx').then(module => ({ default: module.OutboxDrawer })),
);

/** What waits to be written, in a few words on every screen; nothing while nothing waits. Opens the outbox. */
export function OutboxState() {
  const count = countWaiting(useOutbox());
  const trouble = useOutboxTrouble();
  const tab = useOpenOutboxTab();
  useShortcut({ keys: 'g>o', description: 'Open the outbox', group: 'Go to', run: () => openOutbox() });
  const words = sayWaiting(count) || (trouble === null ? '' : 'Outbox stopped');
  return (
    <>
      {/* What changes in it is said, and the button is named by it: a status within would not be part of its name. */}
      <span role="status">
        {words === '' ? null : (
          <button
            type="button"
            className={classes['state']}
            data-needs-you={count.needsYou > 0 || trouble !== null || undefined}
            title={trouble ?? 'Open the outbox'}
            onClick={() => openOutbox()}
          >
            <Upload size={13} aria-hidden />
            <span className="cf-unseen">Outbox: </span>
            {words}
          </button>
        )}
      </span>
      <Sheet title="Outbox" isOpen={tab !== null} onClose={closeOutbox} side="right" sizePx={560}>
        <Suspense>{tab === null ? null : <OutboxDrawer tab={tab} />}</Suspense>
      </Sheet>
    </>
  );
}
