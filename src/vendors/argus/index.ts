import type { Vendor } from '#domain/vendor.ts';
import { createArgusAdapter } from './adapter.ts';
import { form, hosts, targets } from './connection.ts';
import { operations } from './operations.ts';
import { sections } from './sections/readers.ts';

/** Managed detection and response by mnemonic: cases v2 of the Argus API. */
export const argus = {
  id: 'argus',
  name: 'mnemonic Argus',
  shortName: 'Argus',
  offers: 'Cases',
  form,
  validate: () => ({}),
  targets,
  hosts,
  operations,
  sections,
  curlHeader: 'Argus-API-Key: $ARGUS_API_KEY',
  maxConcurrency: 4,
  pollMs: 30_000,
  createAdapter: createArgusAdapter,
} satisfies Vendor;
