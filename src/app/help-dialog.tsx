import { Kbd } from '#ui/marks/kbd.tsx';
import { Dialog } from '#ui/panes/dialog.tsx';
import { displayKeys } from '#ui/shortcuts/shortcut-keys.ts';
import type { Shortcut } from '#ui/shortcuts/shortcut-registry.ts';
import classes from './help-dialog.module.css';

type HelpDialogProps = { isOpen: boolean; onClose: () => void; shortcuts: readonly Shortcut[] };

function KeyGroup({ name, shortcuts }: { name: string; shortcuts: readonly Shortcut[] }) {
  return (
    <section className={classes['group']}>
      <h3>{name}</h3>
      <dl className={classes['list']}>
        {shortcuts.map(({ keys, description }) => (
          <div key={keys} className={classes['line']}>
            <dt>
              <Kbd keys={displayKeys(keys)} isSpoken />
            </dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The keys that work on this page. */
export function HelpDialog({ isOpen, onClose, shortcuts }: HelpDialogProps) {
  const groups = [...new Set(shortcuts.map(shortcut => shortcut.group))];
  return (
    <Dialog title="Keys" isOpen={isOpen} onClose={onClose} widthPx={680}>
      <p className={classes['note']}>
        They rest while you type and while a dialog is open. Settings turns those without Ctrl off.
      </p>
      <div className={classes['groups']}>
        {groups.map(group => (
          <KeyGroup
            key={group}
            name={group}
            shortcuts={shortcuts.filter(shortcut => shortcut.group === group)}
          />
        ))}
      </div>
    </Dialog>
  );
}
