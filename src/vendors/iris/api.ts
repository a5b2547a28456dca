import * as v from 'valibot';
import type { Person } from '#domain/case.ts';
import type { AdapterContext } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { type Call, createCall } from '#http/request.ts';
import { contextCase } from './connection.ts';
import { notUnderstood, readIrisError } from './errors.ts';
import { hideFileSecrets } from './hide-file-secrets.ts';
import { operations } from './operations.ts';
import {
  type WireCase,
  type WireListedCase,
  wireCase,
  wireEnvelope,
  wireListedCase,
  wireOutcomes,
  wireUser,
  wireVersions,
} from './wire.ts';

/** A number that no case has, for `caseExists`. */
const noCase = '999999999';

export type IrisApi = ReturnType<typeof createIrisApi>;

/** IRIS's calls as functions; each one names a case, as every call must. */
export function createIrisApi(context: AdapterContext) {
  const call: Call<typeof operations> = createCall(hideFileSecrets(context), operations, readIrisError);
  const anyCase = contextCase(context.connection.settings);
  let outcomes: ReadonlyMap<number, string> | null = null;

  async function read(
    name: keyof typeof operations,
    cid: string,
    signal: AbortSignal,
    params: Readonly<Record<string, string>> = {},
    query: Readonly<Record<string, string>> = {},
  ): Promise<unknown> {
    return open(await call(name, { params, query: { cid, ...query }, signal }));
  }

  /** JSON goes with every one, be it empty: without it IRIS does some of them and then answers 400. */
  async function write(
    name: keyof typeof operations,
    cid: string,
    body: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
    params: Readonly<Record<string, string>> = {},
  ): Promise<unknown> {
    return open(await call(name, { params, query: { cid }, body, signal }));
  }

  /** The `data` of the envelope. A 200 that says 'error' is one. */
  function open(answer: unknown): unknown {
    const parsed = v.safeParse(wireEnvelope, answer);
    if (!parsed.success) throw notUnderstood('its usual envelope');
    if (parsed.output.status === 'error') throw readIrisError(200, answer);
    if (parsed.output.status !== 'success') throw notUnderstood('its usual envelope');
    return parsed.output.data;
  }

  async function versions(signal: AbortSignal) {
    const parsed = v.safeParse(wireVersions, await read('versions', anyCase, signal));
    if (!parsed.success) throw notUnderstood('its version');
    return parsed.output;
  }

  /**
   * All cases that this key may see: there are no pages and no filters. A row without a number is left out, and the
   * list is then not the whole one.
   */
  async function listCases(signal: AbortSignal): Promise<{ cases: WireListedCase[]; isWhole: boolean }> {
    const data = await read('listCases', anyCase, signal);
    if (!Array.isArray(data)) throw notUnderstood('a list of cases');
    const rows = data.map(item => v.safeParse(wireListedCase, item)).filter(parsed => parsed.success);
    if (rows.length === 0 && data.length > 0) throw notUnderstood('a list of cases');
    return { cases: rows.map(parsed => parsed.output), isWhole: rows.length === data.length };
  }

  async function getCase(id: string, signal: AbortSignal): Promise<WireCase> {
    const parsed = v.safeParse(wireCase, await read('getCase', id, signal, { id }));
    if (!parsed.success) throw notUnderstood('a case');
    return parsed.output;
  }

  /** The server's own words for outcomes, by number. */
  async function outcomeNames(signal: AbortSignal): Promise<ReadonlyMap<number, string>> {
    if (outcomes === null) {
      const parsed = v.safeParse(wireOutcomes, await read('listOutcomes', anyCase, signal));
      outcomes = new Map(parsed.success ? parsed.output.map(item => [item.value, item.name]) : []);
    }
    return outcomes;
  }

  /** null when the server's list does not have it. */
  async function outcomeName(value: number | null, signal: AbortSignal): Promise<string | null> {
    return value === null ? null : ((await outcomeNames(signal)).get(value) ?? null);
  }

  /** IRIS has no 'who am I'. The 403 for a case that is not there names the caller's number, whoever that is. */
  async function callerId(signal: AbortSignal): Promise<string | null> {
    try {
      await read('caseExists', noCase, signal);
      return null;
    } catch (error) {
      if (!(error instanceof VendorError) || error.status !== 403) throw error;
      const userId = error.facts['userId'] ?? '';
      return /^[1-9]\d{0,8}$/.test(userId) ? userId : null;
    }
  }

  async function whoAmI(signal: AbortSignal): Promise<Person | null> {
    const id = await callerId(signal);
    if (id === null) return null;
    const parsed = v.safeParse(wireUser, await read('lookupUser', anyCase, signal, { id }));
    const name = parsed.success ? (parsed.output.user_name ?? parsed.output.user_login) : null;
    return name === null ? null : { id, name };
  }

  return { read, write, versions, listCases, getCase, outcomeName, outcomeNames, callerId, whoAmI };
}
