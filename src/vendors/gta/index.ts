import type { Vendor } from '#domain/vendor.ts';
import { createGtaAdapter } from './adapter.ts';
import { form, hosts, targets, validate } from './connection.ts';
import { operations } from './operations.ts';

/** https://github.com/CiscoSecurity/gta-03-api-use-cases */
export const gta = {
  id: 'gta',
  name: 'Cisco Global Threat Alerts',
  shortName: 'GTA',
  offers: 'Alerts on network threats, kept for 45 days after the last malicious activity.',
  form,
  validate,
  targets,
  hosts,
  operations,
  sections: ['summary', 'observables', 'alerts', 'events', 'assets', 'notes', 'history'],
  curlHeader: 'Authorization: Bearer $GTA_TOKEN',
  maxConcurrency: 4,
  pollMs: 60_000,
  createAdapter: createGtaAdapter,
} satisfies Vendor;
