import { createRandom } from '../../random.ts';
import { openCase } from './access.ts';
import { notFound, one } from './container.ts';
import type { Endpoint } from './endpoint.ts';
import { readPage, toList } from './pages.ts';
import type { CaseRecord } from './records.ts';

export const eventEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/events/v1/case/:id',
    run: ({ world, caller, params, query }) => {
      const { record } = openCase(world, caller, params['id'], 'read');
      return toList(world, createEvents(record), readPage(query), event => event);
    },
  },
  {
    method: 'get',
    path: '/events/v1/:type/:timestamp/:customerId/:eventId',
    run: ({ world, caller, params }) => {
      const { type, timestamp, customerId, eventId } = params;
      // The event's id tells which case made it: the case's number stands before its own.
      const { record } = openCase(world, caller, eventId?.split('-')[0], 'read');
      const path = `${type}/${timestamp}/${customerId}/${eventId}`;
      const found = createEvents(record).find(event => event.id === path);
      if (found === undefined) throw notFound('Event', path);
      return one(found);
    },
  },
];

const signatures = [
  'MALWARE - Beacon to known command and control',
  'POLICY - Sign-in from a new place',
  'TROJAN - Callback (check-in)',
  'SCAN - Many ports from one host',
] as const;

/** The same events for the same case each time. */
function createEvents(record: CaseRecord) {
  const random = createRandom(record.id);
  return Array.from({ length: record.events.count }, (_, index) => {
    const timestamp = record.createdTimestamp - (record.events.count - index) * 47_000;
    const outside = record.events.observables.find(value => /^[\d.]+$/.test(value)) ?? '203.0.113.5';
    const host = record.events.hosts[index % Math.max(1, record.events.hosts.length)] ?? 'unknown';
    const signature = random.pick(signatures);
    return {
      id: `AGGR/${timestamp}/${record.customer.id}/${record.id}-${index + 1}`,
      customerInfo: {
        id: record.customer.id,
        name: record.customer.name,
        shortName: record.customer.shortName,
      },
      properties: { 'client.hostname': host, 'agent.parseTimestamp': String(timestamp + 900) },
      comments: [],
      associatedCase: {
        id: record.id,
        subject: record.subject,
        categoryID: record.category?.id ?? null,
        categoryName: record.category?.name ?? null,
        service: record.service.shortName,
        // The events module speaks an older model: its status words are not those of cases v2.
        status: record.status === 'closed' ? 'CLOSED' : 'ATTACHMENT_ADDED',
        priority: record.priority,
      },
      location: { shortName: null, name: null, timeZone: 'Europe/Oslo', id: 0 },
      attackInfo: {
        alarmID: 58_000 + (record.id % 900),
        alarmDescription: signature,
        attackCategoryID: 363,
        attackCategoryName: 'Callback traffic',
        signature: `SNORT-1:${random.int(40_000, 49_999)}`,
      },
      domain: null,
      uri: null,
      count: random.int(1, 40),
      source: createEnd(`10.20.4.${random.int(2, 250)}`, random.int(1_024, 65_000), false),
      destination: createEnd(outside, 443, true),
      protocol: 'TCP',
      timestamp,
      startTimestamp: timestamp,
      endTimestamp: timestamp + 40_000,
      lastUpdatedTimestamp: timestamp + 45_000,
      flags: ['ESTABLISHED'],
      detailedEventIDS: [],
      severity: record.priority,
    };
  });
}

function createEnd(address: string, port: number, isPublic: boolean) {
  return {
    port,
    geoLocation: null,
    networkAddress: { ipv6: false, public: isPublic, maskBits: 32, multicast: false, host: true, address },
  };
}
