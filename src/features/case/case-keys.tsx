import { useShortcut } from '#ui/shortcuts/use-shortcut.ts';
import type { CasePlace } from './use-case-place.ts';

export function CaseKeys({ place }: { place: CasePlace }) {
  const group = 'Case';
  const isListed = place.index >= 0;
  const description = 'Back to the list';
  useShortcut({ keys: 'escape', description, group, run: place.back });
  useShortcut({ keys: 'u', description, group, run: place.back });
  useShortcut({
    keys: '[',
    description: 'Previous in the list',
    group,
    run: () => place.step(-1),
    isEnabled: isListed,
  });
  useShortcut({
    keys: ']',
    description: 'Next in the list',
    group,
    run: () => place.step(1),
    isEnabled: isListed,
  });
  return null;
}
