import { sectionTitles } from '#domain/section.ts';
import type { PlacedEntry } from './place-on-days.ts';

/** Goes to the section of the page in which the record stands. */
export function openRecord({ entry }: PlacedEntry): void {
  const title = sectionTitles[entry.section];
  const section = document.querySelector<HTMLElement>(`[data-case-section="${title}"]`);
  section?.focus({ preventScroll: true });
  section?.scrollIntoView({ block: 'start' });
}
