import { expect, test } from 'vitest';
import { certificateOf, failedSentence, failedTitle } from './step-words.ts';

test.each([
  ['Address answers', 'Address does not answer'],
  ['Certificate trusted', 'Certificate not trusted'],
  ['IRIS answers', 'IRIS does not answer'],
  ['It is Global Threat Alerts', 'It is not Global Threat Alerts'],
  ['API client accepted', 'API client not accepted'],
  ['Version fits', 'Version does not fit'],
  ['May read cases', 'May not read cases'],
  ['Tenant is kept to', 'Tenant is kept to: no'],
])('%s, when it failed, is "%s"', (label, title) => {
  expect(failedTitle(label)).toBe(title);
});

const untrusted = {
  label: 'Certificate trusted',
  state: 'failed',
  reason: 'tls-unknown-authority',
  detail: 'The certificate is not known.',
} as const;

test('an unknown authority is named, and the secret was not sent', () => {
  expect(failedSentence({ ...untrusted, facts: { issuer: 'Oslo Internal CA' } })).toBe(
    'It is signed by “Oslo Internal CA”, which this machine does not know. No secret was sent.',
  );
});

test('of a refused key it is not said that it was not sent', () => {
  const step = {
    label: 'Key accepted',
    state: 'failed',
    reason: 'credential-refused',
    detail: 'Refused.',
  } as const;
  expect(failedSentence(step)).toBe('Refused.');
});

test('a certificate that was not read cannot be trusted', () => {
  expect(certificateOf(untrusted)).toBeNull();
  const facts = { fingerprint: 'AA:BB', validTo: 'not a date' };
  expect(certificateOf({ ...untrusted, facts })).toMatchObject({ fingerprint: 'AA:BB', validTo: null });
});
