import type { QueueRow } from '#domain/case.ts';
import type { AdapterContext } from '#domain/vendor.ts';
import { type CaseList, listCases, type StellarCall } from './case-list.ts';
import type { CaseFilter } from './case-window.ts';
import { toRow } from './mapping.ts';
import type { WireCase } from './wire.ts';

/** How releases spell the tenant filter. The spellings that a release does not know are ignored in silence. */
export const tenantParameters = ['cust_id', 'tenantid', 'tenant_id'] as const;
export type TenantParameter = (typeof tenantParameters)[number];

/** The cases that this connection may show: those of its tenant, or of all tenants where none is chosen. */
export type CaseSource = {
  isOurs: (wire: WireCase) => boolean;
  list: (query: CaseFilter, parameter: TenantParameter | null, signal: AbortSignal) => Promise<CaseList>;
  /** How many there are under several filters that do not overlap; null when the vendor's count is not ours. */
  count: (
    filters: readonly CaseFilter[],
    parameter: TenantParameter | null,
    signal: AbortSignal,
  ) => Promise<number | null>;
  toRows: (cases: readonly WireCase[]) => QueueRow[];
};

export function createCaseSource(context: AdapterContext, call: StellarCall): CaseSource {
  const tenantId = context.connection.settings['tenantId'] ?? '';
  const source: CaseSource = {
    isOurs: wire => tenantId === '' || wire.cust_id === tenantId,
    list: (query, parameter, signal) =>
      listCases(
        call,
        { ...query, ...(parameter === null ? {} : { [parameter]: tenantId }) },
        context.now(),
        signal,
      ),
    async count(filters, parameter, signal) {
      if (tenantId !== '' && parameter === null) return null;
      const lists = await Promise.all(
        filters.map(filter => source.list({ ...filter, limit: 1 }, parameter, signal)),
      );
      return lists.reduce<number | null>(
        (sum, { total }) => (sum === null || total === null ? null : sum + total),
        0,
      );
    },
    toRows: cases => cases.filter(source.isOurs).flatMap(wire => toRow(wire, context.connection.id) ?? []),
  };
  return source;
}
