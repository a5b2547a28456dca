import type { Vendor } from '#domain/vendor.ts';
import { createIrisAdapter } from './adapter.ts';
import { form, targets, validate } from './connection.ts';
import { operations } from './operations.ts';

/** Digital forensics and incident response by DFIR-IRIS, v2.0. People host it themselves, so any host may be set. */
export const iris = {
  id: 'iris',
  name: 'DFIR-IRIS',
  shortName: 'IRIS',
  offers: 'Cases',
  form,
  validate,
  targets,
  operations,
  sections: [
    'summary',
    'observables',
    'events',
    'tasks',
    'assets',
    'evidence',
    'notes',
    'comments',
    'files',
    'links',
    'access',
    'history',
    'exports',
  ],
  curlHeader: 'Authorization: Bearer $IRIS_API_KEY',
  // One worker with a blocking database driver: more at once only wait for each other.
  maxConcurrency: 3,
  pollMs: 60_000,
  createAdapter: createIrisAdapter,
} satisfies Vendor;
