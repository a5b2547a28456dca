import * as v from 'valibot';
import { id, number, text, texts } from '../wire-parts.ts';

/** A name alone, as older clients have seen them, or a name with its weight. */
const indicator = v.union([
  v.pipe(
    v.string(),
    v.minLength(1),
    v.transform(name => ({ name, weight: null })),
  ),
  v.object({ name: v.pipe(v.string(), v.minLength(1)), weight: number }),
]);

/** What cannot be read is left out. */
export const wireIndicators = v.fallback(
  v.pipe(
    v.array(v.unknown()),
    v.transform(items =>
      items.flatMap(item => {
        const parsed = v.safeParse(indicator, item);
        return parsed.success ? [parsed.output] : [];
      }),
    ),
  ),
  [],
);
export type WireIndicator = v.InferOutput<typeof indicator>;

/** A file event as a case lists it. In the shape of 2020 nothing below `filePath` was there. */
export const wireFileEvent = v.object({
  eventId: v.fallback(v.nullable(id), null),
  eventTimestamp: text,
  exposure: texts,
  fileName: text,
  filePath: text,
  fileAvailability: text,
  riskIndicators: wireIndicators,
  riskScore: number,
  riskSeverity: text,
});
export type WireFileEvent = v.InferOutput<typeof wireFileEvent>;

/** `totalCount` came with the current generation. */
export const wireFileEvents = v.object({
  events: v.array(v.unknown()),
  totalCount: v.fallback(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))), null),
});
