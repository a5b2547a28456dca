import * as v from 'valibot';
import { wireUser } from '../wire.ts';
import { id, instant, many, number, some, text, texts } from '../wire-parts.ts';

const end = some(
  v.object({
    port: number,
    geoLocation: some(v.object({ countryName: text, countryCode: text, locationName: text })),
    networkAddress: some(v.object({ address: text, ipv6: some(v.boolean()), maskBits: number })),
  }),
);
export type WireEnd = v.InferOutput<typeof end>;

/** Texts by name; what is no text is left out. */
const properties = v.fallback(
  v.pipe(
    v.record(v.string(), v.unknown()),
    v.transform(all =>
      Object.entries(all).flatMap(([key, value]) => (isShown(value) ? [[key, String(value)] as const] : [])),
    ),
  ),
  [],
);

/** An aggregated event of events v1. Any part may be missing: the documented partial one has no destination and no id. */
export const wireEvent = v.object({
  id: some(id),
  customerInfo: some(v.object({ name: text, shortName: text })),
  properties,
  comments: many(v.object({ timestamp: instant, user: some(wireUser), comment: text })),
  /** `status` is a word of another, older model than that of cases v2. */
  associatedCase: some(v.object({ id: some(id), subject: text, status: text, priority: text })),
  location: some(v.object({ name: text, shortName: text, timeZone: text })),
  attackInfo: some(
    v.object({ alarmID: some(id), alarmDescription: text, attackCategoryName: text, signature: text }),
  ),
  domain: some(v.object({ fqdn: text })),
  uri: text,
  count: number,
  source: end,
  destination: end,
  protocol: text,
  timestamp: instant,
  startTimestamp: instant,
  endTimestamp: instant,
  lastUpdatedTimestamp: instant,
  flags: texts,
  detailedEventIDS: texts,
  severity: text,
});
export type WireEvent = v.InferOutput<typeof wireEvent>;

export const wirePayload = v.object({ type: text, payload: text });

function isShown(value: unknown): boolean {
  return (
    (typeof value === 'string' && value.trim() !== '') ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  );
}
