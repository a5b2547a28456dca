/** What JSON holds. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** `items[].owner.id`; keys that are data themselves are `*`. The whole answer is ''. */
export type JsonPath = string;

export type JsonKind = 'null' | 'boolean' | 'number' | 'string' | 'list' | 'object';

/**
 * A copy in which `change` replaced what it wished, parts before what is within them. `undefined` leaves the part out.
 * `isFirst` is false beyond the first element of any list.
 */
export function rewriteJson(
  value: Json,
  change: (path: JsonPath, value: Json, isFirst: boolean) => Json | undefined,
  path: JsonPath = '',
  isFirst = true,
): Json | undefined {
  const changed = change(path, value, isFirst);
  if (changed !== value || typeof changed !== 'object' || changed === null) return changed;
  if (Array.isArray(changed)) {
    return changed.flatMap((item, index) => {
      const rewritten = rewriteJson(item, change, `${path}[]`, isFirst && index === 0);
      return rewritten === undefined ? [] : [rewritten];
    });
  }
  const copy: { [key: string]: Json } = {};
  for (const [key, item] of Object.entries(changed)) {
    const name = /^\d/.test(key) ? '*' : key;
    const rewritten = rewriteJson(item, change, path === '' ? name : `${path}.${name}`, isFirst);
    if (rewritten !== undefined) copy[key] = rewritten;
  }
  return copy;
}

export function kindOf(value: Json): JsonKind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'object';
}
