import type { SectionId } from '#domain/section.ts';
import type { SectionReader, SectionReaders } from '#http/sections.ts';
import { createAccessReader } from './access.ts';
import { createAttachmentsReader } from './attachments.ts';
import { createCommentsReader } from './comments.ts';
import { createEventsReader } from './events.ts';
import { createHistoryReader } from './history.ts';
import type { Source } from './source.ts';
import { createSummaryReader } from './summary.ts';

const factories = {
  summary: createSummaryReader,
  events: createEventsReader,
  comments: createCommentsReader,
  attachments: createAttachmentsReader,
  access: createAccessReader,
  history: createHistoryReader,
} as const satisfies Partial<Record<SectionId, (source: Source) => SectionReader>>;

/** In the order of the page. Argus has no notes, tasks, assets or links of a case that its API would tell. */
export const sections: readonly SectionId[] = [
  'summary',
  'events',
  'comments',
  'attachments',
  'access',
  'history',
];

export function createReaders(source: Source): SectionReaders {
  return Object.fromEntries(Object.entries(factories).map(([id, create]) => [id, create(source)]));
}
