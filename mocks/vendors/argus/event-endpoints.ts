import { createRandom } from '../../random.ts';
import { openCase } from './access.ts';
import { notFound, one } from './container.ts';
import type { Endpoint, EndpointCall } from './endpoint.ts';
import { readPage, toList } from './pages.ts';
import type { CaseRecord } from './records.ts';

const single = '/events/v1/:type/:timestamp/:customerId/:eventId';

export const eventEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/events/v1/case/:id',
    run: ({ world, caller, params, query }) => {
      const { record } = openCase(world, caller, params['id'], 'read');
      return toList(world, createEvents(record), readPage(query), event => event);
    },
  },
  { method: 'get', path: single, run: call => one(findEvent(call)) },
  {
    method: 'get',
    path: `${single}/payload`,
    run: call => {
      const event = findEvent(call);
      // Not every event has one.
      if (event.count % 4 === 0) throw notFound('Payload', event.id);
      const { alarmDescription } = event.attackInfo;
      return one({
        type: 'HTTP_REQUEST',
        payload: `GET /beacon HTTP/1.1\r\nX-Seen: ${alarmDescription}\r\n\r\n`,
      });
    },
  },
  {
    method: 'get',
    path: `${single}/pcap`,
    run: call => {
      findEvent(call);
      return { kind: 'raw', bytes: emptyCapture(), mimeType: 'application/vnd.tcpdump.pcap' };
    },
  },
];

function findEvent({ world, caller, params }: EndpointCall) {
  const { type, timestamp, customerId, eventId } = params;
  // The event's id tells which case made it: the case's number stands before its own.
  const { record } = openCase(world, caller, eventId?.split('-')[0], 'read');
  const path = `${type}/${timestamp}/${customerId}/${eventId}`;
  const found = createEvents(record).find(event => event.id === path);
  if (found === undefined) throw notFound('Event', path);
  return found;
}

/** The head of a capture file and no packet. */
function emptyCapture(): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(24));
  view.setUint32(0, 0xa1b2_c3d4);
  view.setUint16(4, 2);
  view.setUint16(6, 4);
  view.setUint32(16, 65_535);
  view.setUint32(20, 1);
  return new Uint8Array(view.buffer);
}

const signatures = [
  'MALWARE - Beacon to known command and control',
  'POLICY - Sign-in from a new place',
  'TROJAN - Callback (check-in)',
  'SCAN - Many ports from one host',
] as const;

/** The same events for the same case each time. */
function createEvents(record: CaseRecord) {
  const random = createRandom(record.id);
  const fqdn = record.events.observables.find(value => /^[a-z\d-]+(\.[a-z\d-]+)*\.[a-z]{2,}$/.test(value));
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
      domain: fqdn === undefined ? null : { fqdn },
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
    geoLocation: isPublic
      ? {
          countryCode: 'NL',
          countryName: 'Netherlands',
          locationName: 'Amsterdam',
          latitude: 52.37,
          longitude: 4.89,
        }
      : null,
    networkAddress: { ipv6: false, public: isPublic, maskBits: 32, multicast: false, host: true, address },
  };
}
