import { lazy } from 'react';
import { openPalette, useIsPaletteOpen } from '#ui/panes/palette-store.ts';
import { WhenFirstOpen } from '#ui/panes/when-first-open.tsx';
import { useShortcutList } from '#ui/shortcuts/shortcut-registry.ts';
import { useShortcut } from '#ui/shortcuts/use-shortcut.ts';
import { HelpDialog } from './help-dialog.tsx';
import type { PaletteAction } from './palette.tsx';

const Palette = lazy(() => import('./palette.tsx').then(module => ({ default: module.Palette })));

type CommandsProps = {
  actions: readonly PaletteAction[];
  isHelpOpen: boolean;
  onHelp: (isOpen: boolean) => void;
};

/** Palette and help over the keys of this moment. Apart from the shell, so that a page binding its keys does not render it again. */
export function Commands({ actions, isHelpOpen, onHelp }: CommandsProps) {
  const shortcuts = useShortcutList();
  const isPaletteOpen = useIsPaletteOpen();
  useShortcut({
    keys: 'mod+k',
    description: 'Find or run a command',
    group: 'Everywhere',
    run: openPalette,
    isAlways: true,
  });
  useShortcut({ keys: '?', description: 'Show the keys', group: 'Everywhere', run: () => onHelp(true) });
  return (
    <>
      <WhenFirstOpen isOpen={isPaletteOpen}>
        <Palette actions={actions} shortcuts={shortcuts} />
      </WhenFirstOpen>
      <HelpDialog isOpen={isHelpOpen} onClose={() => onHelp(false)} shortcuts={shortcuts} />
    </>
  );
}
