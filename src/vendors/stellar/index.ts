import type { Vendor } from '#domain/vendor.ts';
import { createStellarAdapter } from './adapter.ts';
import { form, targets, validate } from './connection.ts';
import { operations } from './operations.ts';

export const stellar = {
  id: 'stellar',
  name: 'Stellar Cyber',
  shortName: 'Stellar',
  offers: 'Cases that its correlation makes of alerts',
  form,
  validate,
  targets,
  operations,
  sections: ['summary', 'observables', 'alerts', 'comments', 'history'],
  curlHeader: 'Authorization: Bearer $STELLAR_TOKEN',
  maxConcurrency: 4,
  pollMs: 30_000,
  createAdapter: createStellarAdapter,
} satisfies Vendor;
