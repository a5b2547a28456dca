import * as v from 'valibot';
import type { AdapterContext } from '#domain/vendor.ts';
import { type Call, type CallArgs, createCall } from '#http/request.ts';
import { notUnderstood, readStellarError, readTextError } from './errors.ts';
import { operations } from './operations.ts';
import { readCases, type WireCase, wireCasePage } from './wire.ts';

const dayMs = 86_400_000;

/** Before any case. Not 0, which a server may take for 'not given'. */
export const earliest = Date.UTC(2015, 0, 1);

/** Beyond any case, even where the vendor's clock runs ahead of ours. */
export function horizon(now: number): number {
  return now + dayMs;
}

export type StellarCall = Call<typeof operations>;

/** Calls to the vendor; an error that it told in bare text is read as one of its own. */
export function createStellarCall(context: AdapterContext): StellarCall {
  const call = createCall(context, operations, readStellarError);
  return async (name, args) => {
    try {
      return await call(name, args);
    } catch (error) {
      throw readTextError(error);
    }
  };
}

export type CaseList = { cases: WireCase[]; total: number | null };

/** One page of cases. Both bounds on `created_at` are always there: without them only the last 24 h are searched. */
export async function listCases(
  call: StellarCall,
  query: NonNullable<CallArgs['query']>,
  now: number,
  signal: AbortSignal,
): Promise<CaseList> {
  const body = await call('listCases', {
    query: { 'FROM~created_at': earliest, 'TO~created_at': horizon(now), ...query },
    signal,
  });
  const parsed = v.safeParse(wireCasePage, body);
  if (!parsed.success) throw notUnderstood('a list of cases');
  const { total, cases } = parsed.output.data;
  return { cases: readCases(cases), total };
}
