import { useShortcut } from '#ui/shortcuts/use-shortcut.ts';

export type QueueKeyActions = {
  move: (step: number) => void;
  extend: (step: number) => void;
  open: () => void;
  peek: () => void;
  select: () => void;
  selectAlike: () => void;
  search: () => void;
  showNew: () => void;
  back: () => void;
};

/** The queue's keys, each listed in help and palette. */
export function QueueKeys({ actions }: { actions: QueueKeyActions }) {
  const group = 'Queue';
  useShortcut({ keys: 'j', description: 'Next row', group, run: () => actions.move(1) });
  useShortcut({ keys: 'k', description: 'Previous row', group, run: () => actions.move(-1) });
  useShortcut({
    keys: 'shift+j',
    description: 'Extend the selection down',
    group,
    run: () => actions.extend(1),
  });
  useShortcut({
    keys: 'shift+k',
    description: 'Extend the selection up',
    group,
    run: () => actions.extend(-1),
  });
  useShortcut({ keys: 'enter', description: 'Open the case', group, run: actions.open });
  useShortcut({ keys: 'o', description: 'Open the case', group, run: actions.open });
  useShortcut({ keys: 'space', description: 'Peek', group, run: actions.peek });
  useShortcut({ keys: 'x', description: 'Select the row', group, run: actions.select });
  useShortcut({ keys: '*', description: 'Select all like this', group, run: actions.selectAlike });
  useShortcut({ keys: '/', description: 'Search cases', group, run: actions.search });
  useShortcut({ keys: '.', description: 'Show what is new', group, run: actions.showNew });
  useShortcut({
    keys: 'escape',
    description: 'Close what stands beside the list, then clear the selection',
    group,
    run: actions.back,
  });
  return null;
}
