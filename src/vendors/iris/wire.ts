import * as v from 'valibot';

/** Fields that a row can live without. Whatever else comes for them reads as null. */
export const text = v.fallback(v.nullable(v.string()), null);
export const number = v.fallback(v.nullable(v.number()), null);
export const flag = v.fallback(v.nullable(v.boolean()), null);
/** An object within a case, by number; null: it cannot be asked for again. */
export const objectId = v.fallback(
  v.nullable(v.pipe(v.union([v.number(), v.string()]), v.transform(String), v.regex(/^[1-9]\d{0,8}$/))),
  null,
);
/** A list whose unreadable elements are left out. */
export function listOf<Schema extends v.GenericSchema>(schema: Schema) {
  const element = v.fallback(v.nullable(schema), null);
  return v.fallback(
    v.pipe(
      v.array(element),
      v.transform(items => items.filter(item => item !== null)),
    ),
    [],
  );
}
/** The vendor's own id: a number, here always a text. */
const id = v.pipe(v.union([v.number(), v.string()]), v.transform(String), v.regex(/^[1-9]\d{0,8}$/));

/** Every answer of IRIS. A 200 may say 'error' too. */
export const wireEnvelope = v.object({
  status: v.string(),
  message: v.fallback(v.string(), ''),
  data: v.unknown(),
});

/** A row of `/manage/cases/list`: no outcome, no tags, no times. */
export const wireListedCase = v.object({
  case_id: id,
  case_name: text,
  case_description: text,
  case_open_date: text,
  case_close_date: text,
  case_soc_id: text,
  client_name: text,
  owner: text,
  owner_id: number,
  access_level: number,
});
export type WireListedCase = v.InferOutput<typeof wireListedCase>;

const wireProtagonist = v.object({
  role: text,
  name: text,
  contact: text,
  user_name: text,
  user_login: text,
});
const wireChange = v.object({ action: text, user: text });

/** `/manage/cases/{id}`: the only source of outcome, tags and times. */
export const wireCase = v.object({
  case_id: id,
  case_name: text,
  case_description: text,
  case_soc_id: text,
  case_tags: text,
  case_uuid: text,
  classification: text,
  open_date: text,
  close_date: text,
  initial_date: text,
  customer_name: text,
  owner: text,
  owner_id: number,
  open_by_user: text,
  status_id: number,
  modification_history: v.fallback(
    v.record(v.string(), v.fallback(wireChange, { action: null, user: null })),
    {},
  ),
  protagonists: listOf(wireProtagonist),
  custom_attributes: v.fallback(v.unknown(), null),
});
export type WireCase = v.InferOutput<typeof wireCase>;

export const wireOutcomes = v.array(v.object({ value: v.number(), name: v.string() }));
export const wireUser = v.object({ user_id: v.number(), user_name: text, user_login: text });

/** '2.0.0', 'v2.0.0' or what a development build says. */
export const wireVersions = v.object({ api_min: text, api_current: text, iris_current: text });
