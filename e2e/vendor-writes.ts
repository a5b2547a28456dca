import { stellarCredentials } from '#mocks/vendors/stellar/access.ts';
import type { LiveCasefold } from './casefold.ts';
import { expect } from './live.ts';

/** What somebody else does at a vendor, in its own console: by the vendor's own API, past Casefold. */

function settingsOf(live: LiveCasefold, vendor: string) {
  const found = live.connections.find(connection => connection.vendor === vendor);
  if (found === undefined) throw new Error(`${vendor} is not simulated`);
  return found;
}

async function send(url: string, method: string, headers: Record<string, string>, body: unknown) {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  expect(answer.status, text).toBeLessThan(300);
  return JSON.parse(text);
}

async function askStellar(live: LiveCasefold, method: string, path: string, body: unknown) {
  const root = `${settingsOf(live, 'stellar').settings['origin']}/connect/api/v1`;
  const key = Buffer.from(`${stellarCredentials.username}:${stellarCredentials.refreshToken}`).toString(
    'base64',
  );
  const { access_token: token } = await send(
    `${root}/access_token`,
    'POST',
    { authorization: `Basic ${key}` },
    {},
  );
  return send(`${root}${path}`, method, { authorization: `Bearer ${token}` }, body);
}

export function changeStellarCase(live: LiveCasefold, id: string, change: Record<string, unknown>) {
  return askStellar(live, 'PUT', `/cases/${id}`, change);
}

export async function addStellarCase(live: LiveCasefold, name: string): Promise<void> {
  await askStellar(live, 'POST', '/cases', { name, severity: 'Critical' });
}

function askIris(live: LiveCasefold, path: string, body: unknown) {
  const { settings, secrets } = settingsOf(live, 'iris');
  return send(`${settings['origin']}${path}`, 'POST', { authorization: `Bearer ${secrets['apiKey']}` }, body);
}

export function deleteIrisCase(live: LiveCasefold, id: string) {
  return askIris(live, `/manage/cases/delete/${id}?cid=1`, {});
}
