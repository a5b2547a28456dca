import type { SectionRead } from '#store/case/sections.ts';

/** '31', '3 of 9'; '': nothing to count, or it is not known. */
export function countText(read: SectionRead | undefined): string {
  const page = read?.pages.at(-1)?.value;
  if (page === undefined || page.count === null) return '';
  const count = page.count.toLocaleString('en');
  return page.doneCount === undefined ? count : `${page.doneCount.toLocaleString('en')} of ${count}`;
}
