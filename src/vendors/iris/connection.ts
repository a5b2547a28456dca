import type { ConnectionForm, FormProblems } from '#domain/connection.ts';
import { readOrigin } from '#domain/origin.ts';
import { isZone } from './server-clock.ts';

export const form: ConnectionForm = {
  fields: [
    {
      key: 'origin',
      label: 'Address',
      kind: 'origin',
      required: true,
      hint: 'Where IRIS opens in a browser. Its certificate is usually self-signed: the test shows the fingerprint to trust.',
      example: 'https://iris.example.com',
    },
    {
      key: 'apiKey',
      label: 'API key',
      kind: 'secret',
      required: true,
      hint: 'In IRIS under My settings. What you do here is done in the name of its owner.',
    },
    {
      key: 'defaultCid',
      label: 'Context case',
      kind: 'number',
      required: false,
      hint: 'Number of a case that is named where IRIS wants one and none is meant. It is never written to.',
      fallback: '1',
    },
    {
      key: 'customerId',
      label: 'Customer id for new cases',
      kind: 'number',
      required: false,
      hint: 'Only administrators may list customers, so a number is needed to create cases with another key.',
      example: '2',
    },
    {
      key: 'serverZone',
      label: 'Time zone of the server',
      kind: 'text',
      required: false,
      hint: 'IRIS dates comments, tasks and evidence by its server’s clock and does not say which. With it they are exact; a stock IRIS in Docker is UTC.',
      example: 'Europe/Oslo',
    },
  ],
  presets: [],
};

const positive = /^[1-9]\d{0,8}$/;

export function validate(settings: Readonly<Record<string, string>>): FormProblems {
  const problems: Record<string, string> = {};
  for (const [key, label] of [
    ['defaultCid', 'Context case'],
    ['customerId', 'Customer id'],
  ] as const) {
    const text = settings[key] ?? '';
    if (text !== '' && !positive.test(text)) problems[key] = `${label} is a number from 1.`;
  }
  const zone = settings['serverZone'] ?? '';
  if (zone !== '' && !isZone(zone)) {
    problems['serverZone'] = 'A time zone has a name like UTC, Europe/Oslo or Asia/Kolkata.';
  }
  return problems;
}

export function targets(settings: Readonly<Record<string, string>>): Record<string, string> {
  const read = readOrigin(settings['origin'] ?? '');
  return 'origin' in read ? { api: read.origin } : {};
}

/** The case that calls without one are made in. IRIS takes case 1 for a missing, empty or unreadable `cid`. */
export function contextCase(settings: Readonly<Record<string, string>>): string {
  const text = settings['defaultCid'] ?? '';
  return positive.test(text) ? text : '1';
}

/** null: not set, or none that this machine knows. */
export function serverZone(settings: Readonly<Record<string, string>>): string | null {
  const zone = settings['serverZone'] ?? '';
  return zone !== '' && isZone(zone) ? zone : null;
}

/** A case in IRIS's own pages; null where the server is not reached by https. */
export function consoleUrl(settings: Readonly<Record<string, string>>, caseId: string): string | null {
  const origin = targets(settings)['api'];
  return origin?.startsWith('https:') ? `${origin}/case?cid=${encodeURIComponent(caseId)}` : null;
}
