/** A request's JSON body as an object; null when it is anything else. */
export async function readObject(request: Request): Promise<Record<string, unknown> | null> {
  const body: unknown = await request.json().catch(() => null);
  return isObject(body) ? body : null;
}

/**
 * The ids of a search. `key` is singular for assets and catalogue records and plural elsewhere, always with a list.
 * 'all' for an empty filter; null when the body is refused: no filter, another key, no list, over a thousand.
 */
export async function readIds(request: Request, key: string): Promise<ReadonlySet<string> | 'all' | null> {
  const filter = (await readObject(request))?.['filter'];
  if (!isObject(filter) || Object.keys(filter).some(given => given !== key)) return null;
  const ids = filter[key];
  if (ids === undefined) return 'all';
  if (!Array.isArray(ids) || ids.length > 1000 || ids.some(id => typeof id !== 'string')) return null;
  // What an empty list means is written nowhere. Everything is the worst it can mean.
  return ids.length === 0 ? 'all' : new Set<string>(ids);
}

/** Null: not given. NaN: given and not a time. */
export function readInstant(url: URL, key: string): number | null {
  const text = url.searchParams.get(key);
  if (text === null) return null;
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
