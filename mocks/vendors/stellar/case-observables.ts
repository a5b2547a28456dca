import type { SimulatedCase } from './records.ts';

/** Lies under `observables`, not under `data` as everywhere else. */
export function readObservables(simulated: SimulatedCase): { observables: Record<string, object[]> } {
  const { record, story } = simulated;
  const hosts = story?.hosts ?? [simulated.host];
  const users = story?.users ?? [simulated.user];
  const others = story?.observables ?? [];
  const isAddress = (value: string) => /^[\d.]+$/.test(value);
  const isHash = (value: string) => /^[0-9a-f]{32,64}$/.test(value);
  return {
    observables: {
      hosts: hosts.map(host => ({ name: host, tenantid: record.cust_id })),
      users: users.map(user => ({ name: user })),
      processes: [],
      files: others.filter(isHash).map(hash => ({ hash })),
      registry_keys: [],
      sensors: [],
      services: [],
      external_hosts: others.filter(isAddress).map(ip => ({ ip })),
      urls: others.filter(value => !isAddress(value) && !isHash(value)).map(url => ({ url })),
    },
  };
}
