import { clientId, clientPassword, customerId } from '#mocks/vendors/gta/state.ts';
import type { Chain } from './chain.ts';

/** Somebody closes a record, each vendor's own way, over the gateway wherever it is a listed operation. */

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

/** Alerts are only read over the gateway: a colleague does it. */
export async function closeAtGta(chain: Chain, id: string): Promise<void> {
  const { apiOrigin = '', tokenOrigin = '' } = chain.connection.settings;
  const signedIn = await chain.answer(
    new Request(`${tokenOrigin}/iroh/oauth2/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${clientId}:${clientPassword}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    }),
  );
  const { access_token: token } = (await signedIn.json()) as { access_token: string };
  const response = await chain.answer(
    new Request(`${apiOrigin}/alert-management/customer/${customerId}/alerts/${id}/status`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ status: { value: 'Closed' } }),
    }),
  );
  if (!response.ok) throw new Error(`The alert could not be closed: ${response.status}.`);
}
