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

export const wireClient = v.object({ identity: v.object({ customerId: id }) });

/** `hasNextPage` alone says whether there is more: `endCursor` may be null or set on the last page. */
export const wirePage = v.object({
  items: v.array(v.unknown()),
  pageInfo: v.object({
    hasNextPage: v.boolean(),
    next: text,
    endCursor: text,
  }),
});
