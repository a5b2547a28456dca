import type { SectionId } from '#domain/section.ts';
import type { SectionReaders } from '#http/sections.ts';
import { createExportsReader } from './exports.ts';
import { createFileEventsReader } from './file-events.ts';
import { createHistoryReader } from './history.ts';
import type { Source } from './source.ts';
import { createSummaryReader } from './summary.ts';

/** In the order of the page. A case has no comments, notes, tasks or attachments in Incydr. */
export const sections: readonly SectionId[] = ['summary', 'file-events', 'history', 'exports'];

export function createReaders(source: Source): SectionReaders {
  return {
    summary: createSummaryReader(source),
    'file-events': createFileEventsReader(source),
    history: createHistoryReader(source),
    exports: createExportsReader(source),
  };
}
