import type { CheckReport, CheckStep } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';

/** Reasons that tell a step apart from the ones before it. What is in no set fails the step it happened in. */
const address = new Set([
  'name-not-found',
  'connection-refused',
  'connection-reset',
  'connect-timeout',
  'timeout',
  'address-refused',
  'gateway-lost',
  'unavailable',
  'busy',
]);
const certificate = new Set(['tls-unknown-authority', 'tls-expired', 'tls-wrong-name', 'tls-failed']);
const api = new Set(['not-the-api', 'redirected', 'unreadable', 'too-large', 'api-not-found']);
const credential = new Set([
  'secret-missing',
  'totp-required',
  'credential-refused',
  'credential-expired',
  'address-not-allowed-for-key',
  'sign-in-failed',
]);

export type CheckPart = {
  label: string;
  /** Resolves to what was found, to be shown; throws VendorError. */
  run: () => Promise<string | undefined>;
};

/**
 * Runs a vendor's probes in order and tells which step failed. The first probe reaches the vendor with the
 * credential, so its failure is sorted into address, certificate, credential or API by its reason.
 */
export async function runCheck(
  labels: { api: string; credential: string },
  probe: () => Promise<string | undefined>,
  parts: readonly CheckPart[],
  now: () => number,
): Promise<CheckReport> {
  const steps: CheckStep[] = [
    { label: 'Address answers', state: 'not-tried' },
    { label: 'Certificate trusted', state: 'not-tried' },
    { label: labels.api, state: 'not-tried' },
    { label: labels.credential, state: 'not-tried' },
    ...parts.map(part => ({ label: part.label, state: 'not-tried' as const })),
  ];
  const startedAt = now();
  const report = (): CheckReport => ({ isPassed: steps.every(step => step.state === 'passed'), steps });

  try {
    const found = await probe();
    for (let index = 0; index < 4; index += 1)
      pass(steps, index, now() - startedAt, index === 3 ? found : undefined);
  } catch (error) {
    const failed = sortFailure(error);
    for (let index = 0; index < failed; index += 1) pass(steps, index, now() - startedAt);
    fail(steps, failed, error, now() - startedAt);
    return report();
  }

  for (const [offset, part] of parts.entries()) {
    const partStartedAt = now();
    try {
      const found = await part.run();
      pass(steps, 4 + offset, now() - partStartedAt, found);
    } catch (error) {
      fail(steps, 4 + offset, error, now() - partStartedAt);
      return report();
    }
  }
  return report();
}

/** Index of the step that a failed first probe belongs to. */
function sortFailure(error: unknown): number {
  if (!(error instanceof VendorError)) return 0;
  if (address.has(error.reason)) return 0;
  if (certificate.has(error.reason)) return 1;
  if (api.has(error.reason)) return 2;
  if (credential.has(error.reason) || error.code === 'unauthorized') return 3;
  if (error.code === 'unreadable' || error.code === 'not-found' || error.code === 'unsupported') return 2;
  return error.code === 'timeout' || error.code === 'unavailable' || error.code === 'rate-limited' ? 0 : 3;
}

function pass(steps: CheckStep[], index: number, durationMs: number, detail?: string): void {
  const step = steps[index];
  if (step === undefined) return;
  steps[index] = {
    label: step.label,
    state: 'passed',
    durationMs,
    ...(detail === undefined ? {} : { detail }),
  };
}

function fail(steps: CheckStep[], index: number, error: unknown, durationMs: number): void {
  const step = steps[index];
  if (step === undefined) return;
  const known = error instanceof VendorError ? error : null;
  steps[index] = {
    label: step.label,
    state: 'failed',
    durationMs,
    reason: known?.reason ?? 'unknown',
    detail: known?.message ?? 'This step failed for a reason that is not known.',
    ...(known === null ? {} : { facts: known.facts }),
  };
}
