import { X509Certificate } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { SecureVersion } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '#domain/problem.ts';
import { createCertificates } from './test-kit/create-certificates.ts';
import { createTestFolder, startCasefold, type TestCasefold } from './test-kit/start-casefold.ts';
import { type FakeVendor, startVendor } from './test-kit/start-vendor.ts';

let folder: string;
let certificates: ReturnType<typeof createCertificates>;
const vendors: Record<string, FakeVendor> = {};
let casefold: TestCasefold;
let closedPort: number;

beforeAll(async () => {
  folder = await createTestFolder();
  certificates = createCertificates(folder);
  const { good, wrongName, expired, authorityFile } = certificates;
  await writeFile(join(folder, 'not-pem.txt'), 'canary-file');
  const old = { minVersion: 'TLSv1' as SecureVersion, maxVersion: 'TLSv1.1' as SecureVersion };
  vendors['good'] = await startVendor(good);
  vendors['wrongName'] = await startVendor(wrongName);
  vendors['expired'] = await startVendor(expired);
  vendors['old'] = await startVendor({ ...good, ...old, ciphers: 'DEFAULT@SECLEVEL=0' });
  vendors['plain'] = await startVendor();
  closedPort = await findClosedPort();

  const pin = new X509Certificate(good.cert).fingerprint256;
  const origin = (name: string) => vendors[name]?.origin ?? '';
  const at = (id: string, name: string, trust: Record<string, string> = {}) => ({
    id,
    settings: { origin: origin(name), ...trust },
  });
  casefold = await startCasefold([
    at('unknown', 'good'),
    at('trusted', 'good', { caFile: authorityFile }),
    at('pinned', 'good', { certificateSha256: pin }),
    at('pinned-lower', 'good', { certificateSha256: pin.replaceAll(':', '').toLowerCase() }),
    at('pinned-expired', 'expired', {
      certificateSha256: new X509Certificate(expired.cert).fingerprint256,
    }),
    at('pinned-other', 'wrongName', { certificateSha256: pin }),
    at('wrong-name', 'wrongName', { caFile: authorityFile }),
    at('expired', 'expired', { caFile: authorityFile }),
    at('old', 'old', { caFile: authorityFile }),
    at('not-pem', 'good', { caFile: join(folder, 'not-pem.txt') }),
    at('no-file', 'good', { caFile: join(folder, 'missing.pem') }),
    { id: 'plain', settings: { origin: origin('plain').replace('http:', 'https:') } },
    { id: 'closed', settings: { origin: `https://127.0.0.1:${closedPort}` } },
    { id: 'nowhere', settings: { origin: 'https://plum.invalid' } },
  ]);
});
afterAll(async () => {
  await casefold?.close();
  await Promise.all(Object.values(vendors).map(vendor => vendor.close()));
  await rm(folder, { recursive: true, force: true });
});

async function findClosedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function ask(id: string): Promise<number | Problem> {
  const response = await casefold.call(`/api/c/${id}/v1/cases/7`);
  return response.ok ? response.status : response.json();
}

test.each(['trusted', 'pinned', 'pinned-lower', 'pinned-expired'])('%s: the call passes', async id => {
  expect(await ask(id)).toBe(200);
});

describe('each failure of a secure connection has its own code, and no credential is sent', () => {
  test.each([
    ['unknown', 'good', 'tls-unknown-authority'],
    ['pinned-other', 'wrongName', 'tls-unknown-authority'],
    ['wrong-name', 'wrongName', 'tls-wrong-name'],
    ['expired', 'expired', 'tls-expired'],
    ['old', 'old', 'tls-failed'],
    ['plain', 'plain', 'tls-failed'],
    ['not-pem', 'good', 'settings-invalid'],
    ['no-file', 'good', 'settings-invalid'],
    ['closed', 'plain', 'connection-refused'],
    ['nowhere', 'plain', 'name-not-found'],
  ])('%s', async (id, name, code) => {
    const vendor = vendors[name];
    if (vendor !== undefined) vendor.seen.length = 0;
    const problem = await ask(id);
    expect(problem).toMatchObject({ code });
    expect(vendor?.seen).toEqual([]);
    expect(JSON.stringify(problem)).not.toMatch(/canary|BEGIN/);
  });
});

test('an unknown authority is shown with what is needed to compare', async () => {
  const shown = new X509Certificate(certificates.good.cert);
  expect(await ask('unknown')).toMatchObject({
    facts: {
      issuer: 'Plum Authority',
      fingerprint: shown.fingerprint256,
      validTo: new Date(shown.validTo).toISOString(),
    },
  });
  expect(await ask('wrong-name')).toMatchObject({ facts: { names: 'other.example' } });
});

test('the check of a vendor fails at the certificate', async () => {
  const response = await casefold.call('/api/connections/expired/check', { method: 'POST' });
  expect(await response.json()).toMatchObject({
    steps: [{ state: 'passed' }, { state: 'failed', reason: 'tls-expired' }, { state: 'not-tried' }, {}],
  });
});
