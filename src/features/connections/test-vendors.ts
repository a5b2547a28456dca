import type { Connection } from '#domain/connection.ts';
import type { VendorInfo } from '#store/gateway-api.ts';
import { vendors as all } from '#vendors/registry.ts';

/** The vendors as the gateway tells of them. */
export const vendors: readonly VendorInfo[] = all.map(({ id, name, shortName, offers, form, sections }) => ({
  id,
  name,
  shortName,
  offers,
  form,
  sections,
}));

export function vendorOf(id: string): VendorInfo {
  const found = vendors.find(vendor => vendor.id === id);
  if (found === undefined) throw new Error(`no vendor ${id}`);
  return found;
}

export function connectionOf(part: Partial<Connection> = {}): Connection {
  return {
    id: 'iris-oslo',
    vendor: 'iris',
    name: 'IRIS Oslo',
    settings: { origin: 'https://iris.oslo.internal', defaultCid: '1' },
    keep: { closedDays: 90 },
    secrets: { apiKey: true },
    source: 'screen',
    ...part,
  };
}
