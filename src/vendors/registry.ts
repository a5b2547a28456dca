import type { Vendor } from '#domain/vendor.ts';

/** Every vendor there is, in the order they are offered. */
export const vendors: readonly Vendor[] = [];

export const vendorsById: ReadonlyMap<string, Vendor> = new Map(vendors.map(vendor => [vendor.id, vendor]));
