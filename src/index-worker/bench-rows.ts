import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { QueueRow } from '#domain/case.ts';
import { kinds, severities, statuses } from '#domain/words.ts';
import type { IndexConnection } from './facet-sources.ts';

export const benchConnections: readonly IndexConnection[] = [
  { id: 'stellar-emea', vendor: 'stellar', vendorName: 'Stellar', name: 'Stellar EMEA' },
  { id: 'argus', vendor: 'argus', vendorName: 'Argus', name: 'Argus' },
  { id: 'incydr', vendor: 'incydr', vendorName: 'Incydr', name: 'Incydr' },
  { id: 'iris', vendor: 'iris', vendorName: 'IRIS', name: 'IRIS' },
  { id: 'gta', vendor: 'gta', vendorName: 'GTA', name: 'Global Threat Alerts' },
];
const rowsOf = [139_380, 6_000, 2_000, 400, 2_220];

const verbs = ['Suspicious', 'Unusual', 'Possible', 'Blocked', 'Repeated', 'Impossible travel:'];
const things = [
  'sign-in',
  'download',
  'beacon',
  'lateral movement',
  'mailbox rule',
  'file upload',
  'process',
];
const places = ['laptop', 'server', 'domain controller', 'mail gateway', 'container', 'build agent'];
const tags = Array.from({ length: 40 }, (_, number) => `tag-${number}`);
const start = Date.UTC(2026, 0, 1);

/** 150,000 rows in the proportions of a large site, the same on every run. */
export function benchRows(): QueueRow[] {
  const generator = xoroshiro128plus(4680);
  const below = (end: number): number => uniformInt(generator, 0, end - 1);
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  const instant = (): number => start + below(90 * 86_400) * 1000 + below(1000);
  const hex = (): string =>
    below(2 ** 31)
      .toString(16)
      .padStart(8, '0');
  return benchConnections.flatMap(({ id: connectionId }, place) =>
    Array.from({ length: rowsOf[place] as number }, (_, count): QueueRow => {
      const status = pick(statuses);
      const severity = pick(severities);
      const person = below(60);
      const createdAt = instant();
      return {
        connectionId,
        id: `${hex()}${hex()}${hex()}`,
        number: `#${count + 1}`,
        kind: pick(kinds),
        title: `${pick(verbs)} ${pick(things)} on ${pick(places)} ${hex().slice(0, 6)} by user${below(5000)}`,
        status: { value: status, raw: status },
        severity: { value: severity, raw: severity.toUpperCase() },
        assignee: person < 20 ? null : { id: `u${person}`, name: `Analyst ${person}` },
        tenant: `Tenant ${below(120)}`,
        tags: Array.from({ length: below(4) }, () => pick(tags)),
        createdAt,
        updatedAt: createdAt + below(86_400_000),
        closedAt: below(2) === 0 ? null : createdAt + below(86_400_000),
        dueAt: below(3) > 0 ? null : createdAt + 86_400_000,
        expiresAt: null,
        alertCount: below(4) === 0 ? null : below(500),
      };
    }),
  );
}
