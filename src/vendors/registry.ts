import type { Vendor } from '#domain/vendor.ts';
import { argus } from './argus/index.ts';
import { gta } from './gta/index.ts';
import { incydr } from './incydr/index.ts';
import { iris } from './iris/index.ts';
import { stellar } from './stellar/index.ts';

/** Every vendor there is, in the order they are offered. */
export const vendors: readonly Vendor[] = [stellar, argus, incydr, iris, gta];

export const vendorsById: ReadonlyMap<string, Vendor> = new Map(vendors.map(vendor => [vendor.id, vendor]));
