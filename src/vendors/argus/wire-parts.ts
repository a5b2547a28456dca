import * as v from 'valibot';

/** Parts that never drop what they are part of: anything unexpected becomes null, or an empty list. */

export const text = v.fallback(v.nullable(v.string()), null);
export const number = v.fallback(v.nullable(v.pipe(v.number(), v.finite())), null);
/** Epoch ms, as far as a date can hold it. */
export const instant = v.fallback(
  v.nullable(v.pipe(v.number(), v.integer(), v.minValue(-8.64e15), v.maxValue(8.64e15))),
  null,
);
export const texts = v.fallback(
  v.pipe(
    v.array(v.unknown()),
    v.transform(values => values.filter(value => typeof value === 'string')),
  ),
  [],
);
export const id = v.union([v.pipe(v.number(), v.transform(String)), v.pipe(v.string(), v.minLength(1))]);
export const some = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.nullable(schema), null);

/** A list of which what cannot be used is left out. */
export function many<Input, Output>(schema: v.GenericSchema<Input, Output>) {
  return v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform(items =>
        items.flatMap(item => {
          const parsed = v.safeParse(schema, item);
          return parsed.success ? [parsed.output] : [];
        }),
      ),
    ),
    [],
  );
}
