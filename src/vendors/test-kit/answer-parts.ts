import { type Chain, still } from './chain.ts';
import { type Held, take } from './held.ts';
import { type Json, type JsonPath, kindOf, rewriteJson } from './json-paths.ts';
import type { Mutation } from './mutations.ts';
import type { Subject } from './subject.ts';

/** What an adapter can be asked. `held` is what is held before; a pull changes it. */
export const asks = {
  async pull(chain: Chain, held: Held) {
    for await (const page of chain.pull()) take(held, page);
    return null;
  },
  get: (chain: Chain, held: Held) => chain.newAdapter().get([...held.keys()][0] ?? '', still()),
  async check(chain: Chain) {
    await chain.newAdapter().check(still());
    return null;
  },
  async whoAmI(chain: Chain) {
    await chain.newAdapter().whoAmI(still());
    return null;
  },
} as const;

export type Ask = keyof typeof asks;
export const everyAsk = ['pull', 'get', 'check', 'whoAmI'] as const satisfies readonly Ask[];

/** A place within a vendor's answers. */
export type Part = {
  path: JsonPath;
  /** Does the whole answer hang on it, or is it what a record is known by? */
  role: 'part' | 'container' | 'identity';
  /** When it was read. */
  readBy: Set<Ask>;
  /** One value of each kind that was there. */
  samples: Map<string, Json>;
};

export function roleOf(subject: Subject, path: JsonPath): Part['role'] {
  if (subject.container.test(path)) return 'container';
  return subject.identity.test(path) ? 'identity' : 'part';
}

/** All places within the answers that there are, whatever is asked. */
export async function readParts(subject: Subject, chain: Chain, held: Held): Promise<Part[]> {
  const parts = new Map<JsonPath, Part>();
  for (const ask of everyAsk) {
    chain.hooks.rewrite = body =>
      rewriteJson(body as Json, (path, value) => {
        const known = parts.get(path);
        const part = known ?? { path, role: roleOf(subject, path), readBy: new Set(), samples: new Map() };
        part.readBy.add(ask);
        part.samples.set(kindOf(value), value);
        parts.set(path, part);
        return value;
      });
    await asks[ask](chain, held);
  }
  chain.hooks.rewrite = null;
  return [...parts.values()];
}

/** Those parts that a mutation changes. */
export function partsFor(parts: readonly Part[], mutate: Mutation): Part[] {
  return parts.filter(({ samples }) => [...samples.values()].some(sample => mutate(sample) !== sample));
}
