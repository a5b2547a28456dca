import type { SectionReaders } from '#http/sections.ts';
import { createEventApi } from '../event-api.ts';
import type { Reader } from '../reader.ts';
import type { RecordReader } from '../record-reader.ts';
import { createAssets } from './assets.ts';
import { createDetections } from './detections.ts';
import { createEvents } from './events.ts';
import { createHistory } from './history.ts';
import { createNotes } from './notes.ts';
import { createObservables } from './observables.ts';
import { createSummary } from './summary.ts';

export function createReaders({ context, api }: Reader, records: RecordReader): SectionReaders {
  return {
    summary: createSummary(records),
    observables: createObservables(records, api),
    alerts: createDetections(records),
    events: createEvents(records, createEventApi(context, api), context.now),
    assets: createAssets(records, api),
    notes: createNotes(api),
    history: createHistory(api),
  };
}
