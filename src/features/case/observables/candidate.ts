import type { ObservableType } from '#domain/section.ts';

/** What may be an observable: [start, end) of the text it was found in. */
export type Candidate = { start: number; end: number; type: ObservableType; value: string };
