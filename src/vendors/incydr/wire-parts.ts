import * as v from 'valibot';

/** Parts that never drop what they are part of: anything unexpected becomes null, or an empty list. */

export const text = v.fallback(v.nullable(v.string()), null);
export const number = v.fallback(v.nullable(v.pipe(v.number(), v.finite())), null);
export const texts = v.fallback(
  v.pipe(
    v.array(v.unknown()),
    v.transform(values =>
      values.filter(value => typeof value === 'string' && value.trim() !== '').map(String),
    ),
  ),
  [],
);
export const id = v.pipe(
  v.union([v.pipe(v.string(), v.minLength(1)), v.number()]),
  v.transform(value => String(value)),
);
export const uid = v.fallback(v.nullable(id), null);
