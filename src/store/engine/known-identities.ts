import * as v from 'valibot';

const schema = v.record(v.string(), v.object({ id: v.string(), name: v.string() }));
/** By connection id: whose credential it is. */
export type Identities = Readonly<v.InferOutput<typeof schema>>;

const key = 'casefold-identities';

/** Who one was the last time, so that what is one's own is found before any vendor answers. */
export function readKnownIdentities(): Identities {
  try {
    const read = v.safeParse(schema, JSON.parse(localStorage.getItem(key) ?? '{}'));
    return read.success ? read.output : {};
  } catch {
    return {};
  }
}

export function keepKnownIdentities(identities: Identities): void {
  try {
    localStorage.setItem(key, JSON.stringify(identities));
  } catch {
    // A full storage costs the head start of the next reload, nothing else.
  }
}
