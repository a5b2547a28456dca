import type { ReactNode } from 'react';
import { useLazyMenu } from '#ui/panes/use-lazy-menu.ts';

const loadEntries = async () => (await import('./settings-entries.tsx')).SettingsEntries;

type SettingsMenuProps = { className: string; children: ReactNode; onHelp: () => void };

/** Settings of this browser. `children` are what its button shows; `onHelp` shows the keys. */
export function SettingsMenu({ className, children, onHelp }: SettingsMenuProps) {
  const { button, anchor, Entries } = useLazyMenu(loadEntries);
  return (
    <>
      <button {...button} type="button" className={className}>
        {children}
      </button>
      {Entries === null ? null : <Entries anchor={anchor} onHelp={onHelp} />}
    </>
  );
}
