import * as v from 'valibot';
import type { CaseDetail, Person } from '#domain/case.ts';
import type { Adapter, AdapterContext } from '#domain/vendor.ts';
import { createSections, noDownloads } from '#http/sections.ts';
import { createCaseAccess } from './case-access.ts';
import { createStellarCall } from './case-list.ts';
import { createCaseSource } from './case-source.ts';
import { check } from './check.ts';
import { ignoreVendorError, notUnderstood } from './errors.ts';
import { toDetail, toRow } from './mapping.ts';
import { createPeople, readUsers } from './people.ts';
import { pull } from './pull.ts';
import { createReaders } from './sections/readers.ts';
import { wireSummary } from './wire.ts';
import { createStellarWriter } from './writer.ts';

export function createStellarAdapter(context: AdapterContext): Adapter {
  const { connection } = context;
  const { origin = '', username = '', tenantId = '' } = connection.settings;
  const call = createStellarCall(context);
  const source = createCaseSource(context, call);
  const access = createCaseAccess(context, call, source);
  const people = createPeople(context, call);

  async function get(id: string, signal: AbortSignal): Promise<CaseDetail> {
    const [wire, summaryBody] = await Promise.all([
      access.read(id, signal),
      // The vendor's few lines on a case are an extra: a case is shown without them.
      call('getSummary', { params: { id }, query: { formatted: true }, signal }).catch(ignoreVendorError),
    ]);
    const row = toRow(wire, connection.id);
    if (row === null) throw notUnderstood('a case');
    const summary = v.safeParse(wireSummary, summaryBody);
    return toDetail({
      wire,
      row,
      summary: summary.success ? summary.output.data : '',
      origin,
    });
  }

  /** A scoped key belongs to somebody too, but no endpoint says to whom. */
  async function whoAmI(signal: AbortSignal): Promise<Person | null> {
    if (username === '') return null;
    const users = (await readUsers(call, signal)) ?? [];
    const me = users.find(user => user.email.toLowerCase() === username.toLowerCase());
    return me === undefined || me.id === ''
      ? { id: username, name: username }
      : { id: me.id, name: me.name || username };
  }

  return {
    check: signal => check(context, source, signal),
    pull: request => pull({ source, tenantId, now: context.now() }, request),
    get,
    ...createSections(createReaders(access, people)),
    download: noDownloads,
    writer: createStellarWriter({ access, people, username }),
    whoAmI,
  };
}
