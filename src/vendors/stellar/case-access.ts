import * as v from 'valibot';
import type { AdapterContext } from '#domain/vendor.ts';
import type { StellarCall } from './case-list.ts';
import type { CaseSource } from './case-source.ts';
import { notUnderstood, tenantMismatch } from './errors.ts';
import { type WireCase, wireOneCase } from './wire.ts';

/** The way to one case and what lies under it, past the tenant that this connection is for. */
export type CaseAccess = {
  call: StellarCall;
  tenantId: string;
  /** VendorError 'forbidden' where the case belongs to another tenant. */
  read: (id: string, signal: AbortSignal) => Promise<WireCase>;
  /** The same check for what lies under a case; asks only where one tenant is chosen, and once for each case. */
  allow: (id: string, signal: AbortSignal) => Promise<void>;
};

export function createCaseAccess(context: AdapterContext, call: StellarCall, source: CaseSource): CaseAccess {
  const tenantId = context.connection.settings['tenantId'] ?? '';
  const allowed = new Set<string>();

  async function read(id: string, signal: AbortSignal) {
    const parsed = v.safeParse(wireOneCase, await call('getCase', { params: { id }, signal }));
    if (!parsed.success) throw notUnderstood('a case');
    const wire = parsed.output.data;
    if (!source.isOurs(wire)) throw tenantMismatch(null);
    allowed.add(id);
    return wire;
  }

  return {
    call,
    tenantId,
    read,
    async allow(id, signal) {
      if (tenantId !== '' && !allowed.has(id)) await read(id, signal);
    },
  };
}
