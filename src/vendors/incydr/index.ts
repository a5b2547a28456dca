import type { Vendor } from '#domain/vendor.ts';
import { createIncydrAdapter } from './adapter.ts';
import { form, hosts, targets, validate } from './connection.ts';
import { operations } from './operations.ts';
import { sections } from './sections/readers.ts';

/** Code42 Incydr, the cases of one tenant. */
export const incydr = {
  id: 'incydr',
  name: 'Code42 Incydr',
  shortName: 'Incydr',
  offers: 'Cases about files that leave, with their file events.',
  form,
  validate,
  targets,
  hosts,
  operations,
  sections,
  curlHeader: 'Authorization: Bearer $INCYDR_TOKEN',
  // 120 requests a minute are allowed.
  maxConcurrency: 2,
  pollMs: 60_000,
  createAdapter: createIncydrAdapter,
} satisfies Vendor;
