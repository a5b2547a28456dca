import { useMemo } from 'react';
import type { CaseRef } from '#domain/case.ts';
import type { SectionId } from '#domain/section.ts';
import { useSections } from '#store/case/sections.ts';
import { type Merged, mergeEntries } from './merge-entries.ts';
import { useSame } from './use-same.ts';

export type TimelineSource = ReturnType<typeof useSections>[number];

/** What the sections of a case have on the timeline so far, and how far each was read. */
export function useTimelineEntries(
  caseRef: CaseRef,
  sections: readonly SectionId[],
): { merged: Merged; sources: readonly TimelineSource[] } {
  const sources = useSections(caseRef, sections);
  const answers = useSame(sources.map(({ result }) => result?.data));
  const readAts = useSame(sources.map(({ result }) => result?.dataUpdatedAt ?? 0));
  const merged = useMemo(
    () =>
      mergeEntries(
        answers.map((answer, index) => ({
          pages: answer?.pages.map(({ value }) => value.entries) ?? [],
          readAt: readAts[index] ?? 0,
        })),
      ),
    [answers, readAts],
  );
  return { merged, sources };
}
