import { Check, Copy, X } from 'lucide-react';
import type { SightingsByKey } from '#store/case/where-seen.ts';
import { MenuButton } from '#ui/panes/menu-button.tsx';
import { useCopy } from '#ui/text/copy-text.ts';
import type { CaseObservable } from './case-observables.ts';
import { toCsv, toLines } from './copy-observables.ts';

const icons = { idle: Copy, copied: Check, refused: X };
const words = { idle: '', copied: 'Copied', refused: 'The browser did not allow copying' };

type CopyAllMenuProps = { all: readonly CaseObservable[]; sightings: SightingsByKey };

export function CopyAllMenu({ all, sightings }: CopyAllMenuProps) {
  const { state, copy } = useCopy();
  const Icon = icons[state];
  return (
    <>
      <MenuButton
        label="Copy all observables"
        size="small"
        icon={<Icon size={12} aria-hidden />}
        sections={[
          {
            heading: '',
            entries: [
              { label: 'Copy defanged', onSelect: () => copy(toLines(all, true)) },
              { label: 'Copy as they are', onSelect: () => copy(toLines(all, false)) },
              { label: 'Copy as CSV', onSelect: () => copy(toCsv(all, sightings)) },
            ],
          },
        ]}
      />
      <span className="cf-unseen" role="status">
        {words[state]}
      </span>
    </>
  );
}
