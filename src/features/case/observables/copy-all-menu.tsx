import type { SightingsByKey } from '#store/case/where-seen.ts';
import { CopyMenuButton } from '#ui/panes/copy-menu-button.tsx';
import type { CaseObservable } from './case-observables.ts';
import { toCsv, toLines } from './copy-observables.ts';

type CopyAllMenuProps = { all: readonly CaseObservable[]; sightings: SightingsByKey };

export function CopyAllMenu({ all, sightings }: CopyAllMenuProps) {
  const entries = [
    { label: 'Copy defanged', text: () => toLines(all, true) },
    { label: 'Copy as they are', text: () => toLines(all, false) },
    { label: 'Copy as CSV', text: () => toCsv(all, sightings) },
  ];
  return <CopyMenuButton label="Copy all observables" size="small" iconPx={12} entries={entries} />;
}
