import { openSpotlight } from '@mantine/spotlight';
import { useShortcutList } from '#ui/shortcuts/shortcut-registry.ts';
import { useShortcut } from '#ui/shortcuts/use-shortcut.ts';
import { HelpDialog } from './help-dialog.tsx';
import { Palette, type PaletteAction } from './palette.tsx';

type CommandsProps = {
  actions: readonly PaletteAction[];
  isHelpOpen: boolean;
  onHelp: (isOpen: boolean) => void;
};

/** Palette and help over the keys of this moment. Apart from the shell, so that a page binding its keys does not render it again. */
export function Commands({ actions, isHelpOpen, onHelp }: CommandsProps) {
  const shortcuts = useShortcutList();
  useShortcut({
    keys: 'mod+k',
    description: 'Find or run a command',
    group: 'Everywhere',
    run: openSpotlight,
    isAlways: true,
  });
  useShortcut({ keys: '?', description: 'Show the keys', group: 'Everywhere', run: () => onHelp(true) });
  return (
    <>
      <Palette actions={actions} shortcuts={shortcuts} />
      <HelpDialog isOpen={isHelpOpen} onClose={() => onHelp(false)} shortcuts={shortcuts} />
    </>
  );
}
