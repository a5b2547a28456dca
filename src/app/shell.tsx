import { type ReactNode, useState } from 'react';
import { Outlet, useNavigate } from 'react-router';
import { useShortcut } from '#ui/shortcuts/use-shortcut.ts';
import { Commands } from './commands.tsx';
import type { PaletteAction } from './palette.tsx';
import { Rail, type RailItem } from './rail.tsx';
import classes from './shell.module.css';

/** `keys`: how to get there by keyboard, such as 'g>q'. */
export type ShellItem = RailItem & { keys: string };

type ShellProps = {
  items: readonly ShellItem[];
  /** The freshness strip. */
  strip: ReactNode;
  /** What the palette offers beyond the places and the keys. */
  actions?: readonly PaletteAction[];
};

const noActions: readonly PaletteAction[] = [];

function GoTo({ item }: { item: ShellItem }) {
  const navigate = useNavigate();
  useShortcut({
    keys: item.keys,
    description: `Go to ${item.label}`,
    group: 'Go to',
    run: () => void navigate(item.to),
  });
  return null;
}

/** The frame around every page. Each page brings its own top bar. */
export function Shell({ items, strip, actions = noActions }: ShellProps) {
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  return (
    <div className={classes['shell']}>
      <a className={classes['skip']} href="#main">
        Skip to content
      </a>
      {items.map(item => (
        <GoTo key={item.to} item={item} />
      ))}
      <Rail items={items} onHelp={() => setIsHelpOpen(true)} />
      <div className={classes['column']}>
        <main id="main" className={classes['main']} tabIndex={-1}>
          <Outlet />
        </main>
        {strip}
      </div>
      <Commands actions={actions} isHelpOpen={isHelpOpen} onHelp={setIsHelpOpen} />
    </div>
  );
}
