type Identity = { id: string; name: string };

/** By connection id: whose credential it is. */
export type Identities = Readonly<Record<string, Identity>>;

const key = 'casefold-identities';

/** Who one was the last time, so that what is one's own is found before any vendor answers. */
export function readKnownIdentities(): Identities {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    const entries: [string, unknown][] = Object.entries(Object(kept));
    return Object.fromEntries(entries.filter((entry): entry is [string, Identity] => isIdentity(entry[1])));
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

function isIdentity(value: unknown): value is Identity {
  const { id, name }: Partial<Record<keyof Identity, unknown>> = Object(value);
  return typeof id === 'string' && typeof name === 'string';
}
