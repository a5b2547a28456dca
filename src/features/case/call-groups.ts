import { sectionTitles } from '#domain/section.ts';
import type { useSections } from '#store/case/sections.ts';
import type { TracedCall } from '#store/engine/engine-port.ts';
import type { CallGroup } from './raw-section.tsx';

/** The calls of a case under what they were made for. */
export function toCallGroups(
  ofCase: readonly TracedCall[],
  sections: ReturnType<typeof useSections>,
): readonly CallGroup[] {
  const groups = [
    { title: 'Case', calls: ofCase },
    ...sections.map(({ section, result }) => ({
      title: sectionTitles[section],
      calls: result?.data?.pages.flatMap(({ calls }) => calls) ?? [],
    })),
  ];
  return groups.filter(({ calls }) => calls.length > 0);
}
