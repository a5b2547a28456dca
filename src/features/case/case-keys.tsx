import type { Find } from '#ui/find/use-find.ts';
import { useShortcut } from '#ui/shortcuts/use-shortcut.ts';
import type { CasePlace } from './use-case-place.ts';

export function CaseKeys({ place, find }: { place: CasePlace; find: Find }) {
  const group = 'Case';
  const description = 'Back to the list';
  useShortcut({ keys: 'escape', description, group, run: find.isOpen ? find.close : place.back });
  useShortcut({ keys: 'u', description, group, run: place.back });
  useShortcut({
    keys: '[',
    description: 'Previous in the list',
    group,
    run: () => place.step(-1),
    isEnabled: place.canStep,
  });
  useShortcut({
    keys: ']',
    description: 'Next in the list',
    group,
    run: () => place.step(1),
    isEnabled: place.canStep,
  });
  useShortcut({ keys: '/', description: 'Find in this case', group, run: find.open });
  return null;
}
