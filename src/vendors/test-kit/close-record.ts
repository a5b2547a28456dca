import { customerId } from '#mocks/vendors/gta/state.ts';
import type { Chain } from './chain.ts';

/** Somebody closes a record, each vendor's own way, by what the gateway lets through. */

export async function closeAtStellar(chain: Chain, id: string): Promise<void> {
  await chain.write('PUT', `/connect/api/v1/cases/${id}`, { status: 'Resolved' });
}

export async function closeAtArgus(chain: Chain, id: string): Promise<void> {
  await chain.write('PUT', `/cases/v2/case/${id}/close`, {});
}

/** What is left out of a PUT becomes null, so the case is read first. */
export async function closeAtIncydr(chain: Chain, id: string): Promise<void> {
  const stored = (await chain.read(`/v1/cases/${id}`)) as Record<string, string | null>;
  const { name, description, findings, subject, assignee } = stored;
  await chain.write('PUT', `/v1/cases/${id}`, {
    name,
    description,
    findings,
    subject,
    assignee,
    status: 'CLOSED',
  });
}

export async function closeAtIris(chain: Chain, id: string): Promise<void> {
  await chain.write('POST', `/manage/cases/close/${id}?cid=${id}`, {});
}

export async function closeAtGta(chain: Chain, id: string): Promise<void> {
  const path = `/alert-management/customer/${customerId}/alerts/${id}/status`;
  await chain.write('PATCH', path, { status: { value: 'Closed' } });
}
