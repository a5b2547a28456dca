import type { CheckStep } from '#domain/vendor.ts';

const tlsReasons = new Set(['tls-unknown-authority', 'tls-expired', 'tls-wrong-name', 'tls-failed']);
/** Reasons of a call that ended before anything of ours was said over it. */
const unsentReasons = new Set([
  ...tlsReasons,
  'name-not-found',
  'connection-refused',
  'connect-timeout',
  'address-refused',
]);

/** A label says what is hoped for; a failed step says the opposite: 'Key accepted' → 'Key not accepted'. */
export function failedTitle(label: string): string {
  if (label === 'Address answers') return 'Address does not answer';
  if (label.startsWith('May ')) return label.replace('May ', 'May not ');
  if (label.startsWith('It is ')) return label.replace('It is ', 'It is not ');
  if (label.endsWith(' answers')) return label.replace(/ answers$/, ' does not answer');
  if (label.endsWith(' fits')) return label.replace(/ fits$/, ' does not fit');
  if (/ (accepted|trusted)$/.test(label)) return label.replace(/ (\w+)$/, ' not $1');
  return `${label}: no`;
}

/** What failed and what was not harmed by it. */
export function failedSentence({ detail = '', reason = '', facts = {} }: CheckStep): string {
  const { issuer } = facts;
  const what =
    reason === 'tls-unknown-authority' && issuer !== undefined
      ? `It is signed by “${issuer}”, which this machine does not know.`
      : detail;
  return unsentReasons.has(reason) ? `${what} No secret was sent.`.trim() : what;
}

export type ShownCertificate = {
  fingerprint: string;
  issuer: string | null;
  subject: string | null;
  names: string | null;
  validFrom: number | null;
  validTo: number | null;
};

export function isTlsFailure(step: CheckStep): boolean {
  return step.state === 'failed' && tlsReasons.has(step.reason ?? '');
}

/** The certificate that a failed step was shown; null when it was not read. */
export function certificateOf(step: CheckStep): ShownCertificate | null {
  const { fingerprint, issuer = null, subject = null, names = null, validFrom, validTo } = step.facts ?? {};
  if (!isTlsFailure(step) || fingerprint === undefined) return null;
  return {
    fingerprint,
    issuer,
    subject,
    names,
    validFrom: toInstant(validFrom),
    validTo: toInstant(validTo),
  };
}

function toInstant(text: string | undefined): number | null {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? null : at;
}
