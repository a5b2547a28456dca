import * as v from 'valibot';

/**
 * What is read of the API's answers. The OpenAPI document is gone, so types are what was seen; anything else
 * becomes null and never drops a record. A record without an id cannot be kept.
 */
const text = v.fallback(v.nullable(v.string()), null);
/** Words whose type is not known: confidence, severity. */
const word = v.fallback(
  v.nullable(
    v.pipe(
      v.union([v.string(), v.number()]),
      v.transform(value => String(value)),
    ),
  ),
  null,
);
const texts = v.fallback(
  v.pipe(
    v.array(v.unknown()),
    v.transform(values => values.filter(value => typeof value === 'string')),
  ),
  [],
);
const id = v.pipe(v.string(), v.minLength(1));

export const wireAlert = v.looseObject({
  id,
  risk: text,
  status: v.fallback(v.nullable(v.object({ value: text, closingReasons: texts })), null),
  /** Deprecated for `status`, and all there was before 2022. */
  state: text,
  etaFlag: text,
  note: text,
  triggeredAt: text,
  modifiedAt: text,
});
export type WireAlert = v.InferOutput<typeof wireAlert>;

export const wireDetection = v.looseObject({
  id,
  affectedAssetId: text,
  threatIntelRecordId: text,
  confidence: word,
  detectedAt: text,
  modifiedAt: text,
  /** Only from the enriched search. */
  alertIds: texts,
});
export type WireDetection = v.InferOutput<typeof wireDetection>;

/** A contextual event names no detection, and belongs to every one of its asset. */
export const wireEvent = v.looseObject({
  id,
  title: text,
  subtitle: text,
  securityEventTypeId: word,
  affectedAssetId: text,
  detectedAt: text,
  modifiedAt: text,
  /** Until 2021; the catalogue record has had it since. */
  severity: word,
  securityAnnotation: v.fallback(v.nullable(v.object({ id: word, requiredAttributes: texts })), null),
  /** Only from the enriched list. */
  threatDetectionIds: texts,
});
export type WireEvent = v.InferOutput<typeof wireEvent>;

/** Its fields are published nowhere, but for `networkSecurityEventId` and `timeStamp`. */
export const wireFlow = v.record(v.string(), v.unknown());

export const wireAsset = v.looseObject({ id, assumedOwner: text });
export type WireAsset = v.InferOutput<typeof wireAsset>;

export const wireThreat = v.looseObject({
  id,
  title: text,
  category: text,
  subcategory: text,
  severity: word,
});
export type WireThreat = v.InferOutput<typeof wireThreat>;

export const wireAddress = v.looseObject({ ipAddress: id });

/** 'CTA0123456789'. It goes into every path. */
const customerId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
export const wireClient = v.object({ identity: v.object({ customerId }) });

/** `hasNextPage` alone says whether there is more: `endCursor` may be null or set on the last page. */
export const wirePage = v.object({
  items: v.array(v.unknown()),
  pageInfo: v.object({
    hasNextPage: v.boolean(),
    next: text,
    endCursor: text,
  }),
});
