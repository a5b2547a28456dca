import { Spotlight } from '@mantine/spotlight';
import { Search } from 'lucide-react';
import { useMemo } from 'react';
import { Kbd } from '#ui/marks/kbd.tsx';
import { paletteStore } from '#ui/panes/palette-store.ts';
import { displayKeys } from '#ui/shortcuts/shortcut-keys.ts';
import type { RegisteredShortcut } from '#ui/shortcuts/shortcut-registry.ts';
import classes from './palette.module.css';

export type PaletteAction = {
  id: string;
  label: string;
  /** The heading it stands under. */
  group: string;
  run: () => void;
  /** Other words to find it by. */
  keywords?: readonly string[];
};

type PaletteProps = { actions: readonly PaletteAction[]; shortcuts: readonly RegisteredShortcut[] };

type Entry = PaletteAction & { keys?: string };

function byGroup(entries: readonly Entry[]): [group: string, entries: Entry[]][] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.group);
    if (group === undefined) groups.set(entry.group, [entry]);
    else group.push(entry);
  }
  return [...groups];
}

function toEntry({ keys, description, group, run }: RegisteredShortcut): Entry {
  return { id: `${group} ${keys}`, label: description, group, run, keys };
}

/** Everything that can be done at this moment, by name. */
export function Palette({ actions, shortcuts }: PaletteProps) {
  const groups = useMemo(() => {
    const entries = [...actions, ...shortcuts.filter(shortcut => shortcut.keys !== 'mod+k').map(toEntry)];
    return byGroup(entries).map(([group, members]) => ({
      group,
      actions: members.map(({ id, label, run, keywords, keys }) => ({
        id,
        label,
        keywords: [...(keywords ?? [])],
        onClick: run,
        rightSection: keys === undefined ? null : <Kbd keys={displayKeys(keys)} />,
      })),
    }));
  }, [actions, shortcuts]);
  return (
    <Spotlight
      store={paletteStore}
      actions={groups}
      shortcut={null}
      scrollable
      maxHeight={420}
      // What scrolls must be reachable by keyboard.
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': 'Commands' } }}
      overlayProps={{ backgroundOpacity: 0.35 }}
      nothingFound="Nothing by that name"
      searchProps={{
        size: 'sm',
        'aria-label': 'Find or run a command',
        placeholder: 'Find or run a command',
        leftSection: <Search size={16} aria-hidden />,
      }}
      attributes={{ content: { 'aria-label': 'Find or run a command' } }}
      classNames={{
        search: classes['search'] ?? '',
        action: classes['action'] ?? '',
        actionsGroup: classes['group'] ?? '',
      }}
    />
  );
}
