import type { CaseDetail } from '#domain/case.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { type Ask, asks, type Part } from './answer-parts.ts';
import type { Chain } from './chain.ts';
import { faultsOf, type Held, idsOf } from './held.ts';
import { type Json, type JsonPath, rewriteJson } from './json-paths.ts';
import type { Mutation } from './mutations.ts';

type Drift = {
  where: string;
  asked: Iterable<Ask>;
  isMeant: (path: JsonPath, isFirst: boolean) => boolean;
  mutate: Mutation;
};

/** What is wrong with what is read from such answers; empty where all rows, records and steps are as they should be. */
export async function readDrifted(chain: Chain, held: Held, drift: Drift): Promise<string[]> {
  return readEach(chain, drift, async ask => {
    const now = new Map(held);
    const detail = await asks[ask](chain, now);
    const told = [...now.values()].flatMap(faultsOf);
    if (idsOf(now).join() !== idsOf(held).join()) told.push(`holds ${now.size} of ${held.size} rows`);
    return detail === null ? told : [...told, ...faultsOfDetail([...held.keys()][0] ?? '', detail)];
  });
}

/** A list or an id is broken: it is read nevertheless, or said to be unreadable; no row goes away. */
export async function readWrecked(
  chain: Chain,
  held: Held,
  { path: where, readBy: asked }: Part,
  mutate: Mutation,
  isFirstOnly: boolean,
): Promise<string[]> {
  const isMeant = (path: JsonPath, isFirst: boolean) => path === where && (isFirst || !isFirstOnly);
  return readEach(chain, { where, asked, isMeant, mutate }, async ask => {
    const now = new Map(held);
    const told: string[] = [];
    try {
      await asks[ask](chain, now);
    } catch (error) {
      if (!(error instanceof VendorError)) throw error;
      if (error.code !== 'unreadable') told.push(`told as ${error.code} (${error.reason})`);
    }
    if (idsOf(held).some(id => !now.has(id))) told.push('rows went away');
    return told;
  });
}

async function readEach(
  chain: Chain,
  { where, asked, isMeant, mutate }: Drift,
  read: (ask: Ask) => Promise<string[]>,
): Promise<string[]> {
  const told: string[] = [];
  for (const ask of asked) {
    await chain.rest();
    chain.hooks.rewrite = body =>
      rewriteJson(body as Json, (path, value, isFirst) => (isMeant(path, isFirst) ? mutate(value) : value)) ??
      null;
    const found = await read(ask).catch(error => [String(error)]);
    told.push(...found.map(what => `${ask}, ${where}: ${what}`));
  }
  chain.hooks.rewrite = null;
  return told;
}

function faultsOfDetail(id: string, detail: CaseDetail): string[] {
  const faults = faultsOf(detail.row);
  if (detail.row.id !== id) faults.push(`came as ${detail.row.id} when asked for ${id}`);
  for (const field of detail.fields) {
    if (typeof field.text !== 'string' || field.text === '') faults.push(`${field.label} has no text`);
    if (field.kind === 'instant' && !Number.isFinite(field.at)) faults.push(`${field.label} is at no time`);
  }
  if (detail.description !== null && typeof detail.description.text !== 'string') faults.push('description');
  return faults;
}
