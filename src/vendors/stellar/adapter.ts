import * as v from 'valibot';
import type { CaseDetail, Person } from '#domain/case.ts';
import type { Adapter, AdapterContext } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { createSections, noDownloads } from '#http/sections.ts';
import { createStellarCall } from './case-list.ts';
import { createCaseSource } from './case-source.ts';
import { check } from './check.ts';
import { notUnderstood, tenantMismatch } from './errors.ts';
import { toDetail, toRow } from './mapping.ts';
import { pull } from './pull.ts';
import { wireOneCase, wireSummary, wireUsers } from './wire.ts';

export function createStellarAdapter(context: AdapterContext): Adapter {
  const { connection } = context;
  const { origin = '', username = '', tenantId = '' } = connection.settings;
  const call = createStellarCall(context);
  const source = createCaseSource(context, call);

  async function get(id: string, signal: AbortSignal): Promise<CaseDetail> {
    const params = { id };
    const [caseBody, summaryBody] = await Promise.all([
      call('getCase', { params, signal }),
      // The vendor's few lines on a case are an extra: a case is shown without them.
      call('getSummary', { params, query: { formatted: true }, signal }).catch(ignoreVendorError),
    ]);
    const parsed = v.safeParse(wireOneCase, caseBody);
    const row = parsed.success ? toRow(parsed.output.data, connection.id) : null;
    if (!parsed.success || row === null) throw notUnderstood('a case');
    const wire = parsed.output.data;
    if (!source.isOurs(wire)) throw tenantMismatch(null);
    const summary = v.safeParse(wireSummary, summaryBody);
    return toDetail({
      wire,
      row,
      summary: summary.success ? summary.output.data : '',
      origin,
      raw: summaryBody === null ? caseBody : { case: caseBody, summary: summaryBody },
    });
  }

  /** A scoped key belongs to somebody too, but no endpoint says to whom. */
  async function whoAmI(signal: AbortSignal): Promise<Person | null> {
    if (username === '') return null;
    const body = await call('listUsers', { signal }).catch(ignoreVendorError);
    const parsed = v.safeParse(wireUsers, body);
    const users = parsed.success ? parsed.output.data : [];
    const me = users.find(user => user.email.toLowerCase() === username.toLowerCase());
    return me === undefined || me.user_id === ''
      ? { id: username, name: username }
      : { id: me.user_id, name: me.name || username };
  }

  return {
    check: signal => check(context, source, signal),
    pull: request => pull({ source, tenantId, now: context.now() }, request),
    get,
    ...createSections({}),
    download: noDownloads,
    whoAmI,
  };
}

function ignoreVendorError(error: unknown): null {
  if (error instanceof VendorError) return null;
  throw error;
}
