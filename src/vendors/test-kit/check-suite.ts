import { describe, expect, test } from 'vitest';
import type { CheckReport } from '#domain/vendor.ts';
import { type Chain, createChain, still } from './chain.ts';
import type { Subject } from './subject.ts';

const loginPage = '<!doctype html><title>Sign in</title><form><input type="password"></form>';

/** What Node calls it, which of the first four steps it fails, and what the reason is then. */
const withoutAnswer = [
  ['ENOTFOUND', 0, 'name-not-found'],
  ['ECONNREFUSED', 0, 'connection-refused'],
  ['ECONNRESET', 0, 'connection-reset'],
  ['UND_ERR_CONNECT_TIMEOUT', 0, 'connect-timeout'],
  ['UND_ERR_HEADERS_TIMEOUT', 0, 'timeout'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 1, 'tls-unknown-authority'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 1, 'tls-unknown-authority'],
  ['CERT_HAS_EXPIRED', 1, 'tls-expired'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 1, 'tls-wrong-name'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 1, 'tls-failed'],
] as const;

export function checkSuite(subject: Subject): void {
  describe('a check', () => {
    test('passes where all is well, and says what it found', async () => {
      const report = await check(createChain(subject, { size: 12 }));
      expect(report.isPassed).toBe(true);
      expect(report.steps.map(step => step.state)).toEqual(report.steps.map(() => 'passed'));
      expect(report.steps.slice(0, 2).map(step => step.label)).toEqual([
        'Address answers',
        'Certificate trusted',
      ]);
      expect(report.steps.slice(4).some(step => step.label.startsWith('May read'))).toBe(true);
    });

    test.each(withoutAnswer)('knows %s', async (code, failed, reason) => {
      const chain = createChain(subject, { size: 1 });
      chain.hooks.instead = () => {
        throw Object.assign(new Error('as Node says it'), { code });
      };
      expectFailure(await check(chain), failed, reason);
    });

    test('knows a login page in place of the API', async () => {
      const chain = createChain(subject, { size: 1 });
      const headers = { 'content-type': 'text/html; charset=utf-8' };
      chain.hooks.instead = () => new Response(loginPage, { headers });
      expectFailure(await check(chain), 2, 'not-the-api');
    });

    test('knows a redirect, follows none, and names where it leads', async () => {
      const chain = createChain(subject, { size: 1 });
      const headers = { location: 'https://login.elsewhere.example/start' };
      chain.hooks.instead = () => new Response(null, { status: 302, headers });
      const report = await check(chain);
      expectFailure(report, 2, 'redirected');
      expect(report.steps[2]?.detail).toContain('login.elsewhere.example');
      expect(chain.sent).toHaveLength(1);
    });

    test('knows a refused credential, and sends it once', async () => {
      const chain = createChain(subject, { size: 1, secrets: wrongSecrets(subject) });
      expectFailure(await check(chain), 3, 'credential-refused');
      expectFailure(await check(chain), 3, 'credential-refused');
      expect(chain.sent).toHaveLength(1);
    });

    test('knows a credential that is not set, and sends nothing', async () => {
      const chain = createChain(subject, { size: 1, secrets: wrongSecrets(subject, '') });
      expectFailure(await check(chain), 3, 'secret-missing');
      expect(chain.sent).toEqual([]);
    });

    test('knows a permission that is missing', async () => {
      const { withoutPermission } = subject;
      const isFault = 'fault' in withoutPermission;
      const chain = createChain(subject, { size: 1, ...(isFault ? {} : withoutPermission) });
      if (isFault) chain.faults.set(withoutPermission);
      const report = await check(chain);
      const failed = report.steps.findIndex(step => step.state === 'failed');
      expect(report.steps[failed]?.label).toMatch(/^May read/);
      expectFailure(report, failed, report.steps[failed]?.reason ?? '');
    });

    test('says so where the vendor is overloaded', async () => {
      const chain = createChain(subject, { size: 1 });
      chain.hooks.instead = () => new Response('busy', { status: 503 });
      expectFailure(await check(chain), 0, 'unavailable');
    });

    test('ends, whatever is answered', async () => {
      const chain = createChain(subject, { size: 1 });
      for (const text of ['', 'null', '[]', '{}', '0', '"x"', '{"data":null}', '{', '<'.repeat(100)]) {
        for (const status of [200, 400, 401, 403, 404, 418, 500]) {
          const headers = { 'content-type': 'application/json' };
          chain.hooks.instead = () => new Response(text, { status, headers });
          const report = await check(chain);
          expect(report.isPassed, `${status} ${text}`).toBe(false);
          expect(report.steps.filter(step => step.state === 'failed')).toHaveLength(1);
        }
      }
    });
  });
}

function check(chain: Chain): Promise<CheckReport> {
  return chain.newAdapter().check(still());
}

/** All before it passed, nothing after it was tried, and it says what to do. */
function expectFailure(report: CheckReport, failed: number, reason: string): void {
  expect(report.steps.map(step => step.reason ?? step.state)).toEqual(
    report.steps.map((_, index) => (index < failed ? 'passed' : index === failed ? reason : 'not-tried')),
  );
  expect(report.isPassed).toBe(false);
  expect(report.steps[failed]?.detail).toMatch(/^\S.*[.?]$/);
}

export function wrongSecrets(subject: Subject, value = 'revoked'): Record<string, string> {
  const fields = subject.vendor.form.fields.filter(field => field.kind === 'secret');
  return Object.fromEntries(fields.map(field => [field.key, value]));
}
