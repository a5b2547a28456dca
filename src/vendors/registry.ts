import type { Vendor } from '#domain/vendor.ts';
import { gta } from './gta/index.ts';
import { stellar } from './stellar/index.ts';

/** Every vendor there is, in the order they are offered. */
export const vendors: readonly Vendor[] = [stellar, gta];

export const vendorsById: ReadonlyMap<string, Vendor> = new Map(vendors.map(vendor => [vendor.id, vendor]));
