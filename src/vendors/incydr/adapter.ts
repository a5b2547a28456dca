import * as v from 'valibot';
import type { CaseDetail, Person } from '#domain/case.ts';
import type { Adapter, AdapterContext, CheckReport } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { runCheck } from '#http/check.ts';
import { createDownload } from '#http/download.ts';
import { createCall } from '#http/request.ts';
import { createSections } from '#http/sections.ts';
import { shareReads } from '#http/share-reads.ts';
import { isLegacy, isUserLogin } from './connection.ts';
import { notUnderstood, readIncydrError } from './errors.ts';
import { createFindCase } from './find-case.ts';
import { toDetail, toRow } from './mapping.ts';
import { currentOperations, legacyOperations } from './operations.ts';
import { type CasePage, pullCases, type Span } from './pull.ts';
import { createDownloads } from './sections/downloads.ts';
import { createReaders } from './sections/readers.ts';
import { wireCase, wireCasePage, wireCustomer } from './wire.ts';
import { createIncydrWriter } from './writer.ts';

export function createIncydrAdapter(context: AdapterContext): Adapter {
  const { settings, id: connectionId } = context.connection;
  const calls = isLegacy(settings) ? legacyOperations : currentOperations;
  const callCurrent = createCall(context, currentOperations, readIncydrError);
  const ask = createCall(context, calls, readIncydrError);
  const callCases = shareReads(context, calls, ask);
  const findCase = createFindCase(callCases);
  /** Whose tenant this is. Undefined until asked. */
  let customer: string | null | undefined;

  async function readPage(
    span: Span,
    pageNumber: number,
    pageSize: number,
    signal: AbortSignal,
  ): Promise<CasePage> {
    const body = await callCases('listCases', {
      query: {
        status: span.statuses,
        updatedAt:
          span.updated === null ? undefined : `${toIso(span.updated.from)}/${toIso(span.updated.to)}`,
        pgNum: pageNumber,
        pgSize: pageSize,
        srtKey: 'updatedAt',
        srtDir: 'desc',
      },
      numbers: 'exact',
      signal,
    });
    const page = v.safeParse(wireCasePage, body);
    if (!page.success) throw notUnderstood('a list of cases');
    const { cases, totalCount } = page.output;
    const home = { connectionId, tenant: await readCustomer(signal) };
    const rows = cases.flatMap(item => {
      const wire = v.safeParse(wireCase, item);
      return wire.success ? [toRow(home, wire.output)] : [];
    });
    return { rows, received: cases.length, total: totalCount };
  }

  /** The legacy host does not tell. A sign-in that may see cases may not be allowed this: rows do without. */
  async function readCustomer(signal: AbortSignal): Promise<string | null> {
    if (customer !== undefined) return customer;
    if (isLegacy(settings)) return null;
    try {
      const wire = v.safeParse(wireCustomer, await callCurrent('getCustomer', { signal }));
      customer = wire.success ? wire.output.name : null;
      return customer;
    } catch (error) {
      if (!(error instanceof VendorError)) throw error;
      if (!error.retryable) customer = null;
      return null;
    }
  }

  async function get(id: string, signal: AbortSignal): Promise<CaseDetail> {
    const { wire } = await findCase(id, signal);
    return toDetail({ connectionId, tenant: await readCustomer(signal) }, wire);
  }

  function check(signal: AbortSignal): Promise<CheckReport> {
    let forbidden: VendorError | null = null;
    let found = '';
    return runCheck(
      {
        api: isLegacy(settings) ? 'Legacy Cases API answers' : 'Incydr API answers',
        credential: 'Sign-in accepted',
      },
      async () => {
        try {
          const query = { pgNum: 1, pgSize: 1 };
          const page = v.safeParse(wireCasePage, await callCases('listCases', { query, signal }));
          if (!page.success) throw notUnderstood('a list of cases');
          found = page.output.totalCount === null ? '' : `${page.output.totalCount} cases`;
        } catch (error) {
          // Signed in, but without a role: that is the next step's to say.
          if (!(error instanceof VendorError) || error.code !== 'forbidden') throw error;
          forbidden = error;
        }
        return (await whoAmI())?.name;
      },
      [
        {
          label: 'May read cases',
          run: async () => {
            if (forbidden !== null) throw forbidden;
            return found || undefined;
          },
        },
      ],
      context.now,
    );
  }

  async function whoAmI(): Promise<Person | null> {
    const name = settings['username'];
    return isUserLogin(settings) && name ? { id: name, name } : null;
  }

  return {
    check,
    pull: request => pullCases({ readPage, now: context.now }, request),
    get,
    ...createSections(
      createReaders({
        call: callCases,
        findCase: async (id, signal) => (await findCase(id, signal)).wire,
      }),
    ),
    download: createDownloads(createDownload(context, calls, readIncydrError)),
    writer: createIncydrWriter({
      call: ask,
      users: isLegacy(settings) ? null : callCurrent,
      author: sayAuthor(settings),
      now: context.now,
    }),
    whoAmI,
  };
}

/** Who signs a note. An API client has no name at the vendor. */
function sayAuthor(settings: Readonly<Record<string, string>>): string {
  return isUserLogin(settings) ? (settings['username'] ?? '') : `API client ${settings['clientId'] ?? ''}`;
}

function toIso(at: number): string {
  return new Date(at).toISOString();
}
