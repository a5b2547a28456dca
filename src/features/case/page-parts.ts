import { type SectionId, sectionIds, sectionTitles } from '#domain/section.ts';

/** A part of the page: one the vendor fills, or one that is made here. */
export type PartId = SectionId | 'timeline' | 'details' | 'raw';

export type PagePart = { id: PartId; title: string };

/** The parts of a case page in their order: what the vendor offers, and around it what every case has. */
export function partsOf(offered: readonly SectionId[]): readonly PagePart[] {
  const own = offered.filter(id => id !== 'summary' && id !== 'observables');
  return [
    { id: 'summary', title: sectionTitles.summary },
    { id: 'timeline', title: 'Timeline' },
    { id: 'observables', title: sectionTitles.observables },
    ...own.map(id => ({ id, title: sectionTitles[id] })),
    { id: 'details', title: 'Details' },
    { id: 'raw', title: 'Raw' },
  ];
}

/** 'Not offered by IRIS: file events, access.'; null: everything is, or it is not known. */
export function describeNotOffered(offered: readonly SectionId[], vendorName: string): string | null {
  if (offered.length === 0) return null;
  // Every page has a summary, and observables are recognised in any text.
  const missing = sectionIds.filter(id => id !== 'summary' && id !== 'observables' && !offered.includes(id));
  if (missing.length === 0) return null;
  return `Not offered by ${vendorName}: ${missing.map(id => sectionTitles[id].toLowerCase()).join(', ')}.`;
}
