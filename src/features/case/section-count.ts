import { useMemo } from 'react';
import type { SectionRead, useSections } from '#store/case/sections.ts';
import { useSame } from './timeline/use-same.ts';

/** '31', '3 of 9'; '': nothing to count, or it is not known. */
export function countText(read: SectionRead | undefined): string {
  const page = read?.pages.at(-1)?.value;
  if (page === undefined || page.count === null) return '';
  const count = page.count.toLocaleString('en');
  return page.doneCount === undefined ? count : `${page.doneCount.toLocaleString('en')} of ${count}`;
}

/** How many entries the timeline has so far; '' while there are none. */
export function useEntryCount(sections: ReturnType<typeof useSections>): string {
  const reads = useSame(sections.map(({ result }) => result?.data));
  return useMemo(() => {
    const pages = reads.flatMap(read => read?.pages ?? []);
    const ids = new Set(pages.flatMap(({ value }) => value.entries.map(({ id }) => id)));
    return ids.size === 0 ? '' : ids.size.toLocaleString('en');
  }, [reads]);
}
