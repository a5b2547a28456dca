import { tenants } from '../../cast.ts';
import { createNoise } from '../../noise.ts';
import { createRandom, type Random } from '../../random.ts';
import type { SimulatorOptions } from '../../simulator.ts';
import { campaigns, type StoryEntry } from '../../story.ts';
import { catalogue } from './catalogue.ts';
import type { Alert, Records, ThreatIntelRecord } from './entities.ts';
import { addThreat, assetFor, dayMs, minuteMs } from './seed-threat.ts';

const storyEntries = campaigns.flatMap(campaign => campaign.entries.filter(entry => entry.vendor === 'gta'));
/** How the ids of the stories begin and end, so that people can speak of them. */
const storyIds: readonly (readonly [string, string])[] = [
  ['c41f', '9e2a'],
  ['7be0', '4410'],
  ['02ad', '77c1'],
];

/** Hours after epoch at which these alerts time out. */
const ageingOut = [6, 12, 30, 60] as const;
/** Which ordinary alert has a note while it is New: the next recalculation wipes it. */
const noteOnNew = 40;

/** The same records for the same options: stories first, then the ordinary, then what a client must survive. */
export function seedRecords(options: Pick<SimulatorOptions, 'epoch' | 'size'>): Records {
  const random = createRandom(45_220);
  const records: Records = { alerts: [], detections: [], events: [], flows: [], assets: [], catalogue };
  const stories = storyEntries.slice(0, options.size);
  for (const [index, entry] of stories.entries()) addStory(records, random, entry, index, options.epoch);
  for (let index = stories.length; index < options.size; index += 1)
    addOrdinary(records, random, index, options.epoch);
  if (options.size > 0) addLeftovers(records, random, options.epoch);
  numberChanges(records);
  return records;
}

function addStory(records: Records, random: Random, entry: StoryEntry, index: number, epoch: number): void {
  const triggeredAt = epoch - entry.ageMinutes * minuteMs;
  const changedAt = epoch - entry.changedMinutes * minuteMs;
  const [head, tail] = storyIds[index] ?? ['', ''];
  const told = entry.observables.filter(observable => observable.startsWith('10.'));
  const asset = assetFor(
    records,
    random,
    entry.hosts[0] ?? entry.users[0] ?? null,
    told.length > 0 ? told : [`10.20.7.${20 + index}`],
  );
  addThreat(records, random, {
    alert: {
      id: `${head}${random.hex(64 - head.length - tail.length)}${tail}`,
      risk: riskOf(entry.severity),
      status: { value: entry.status === 'new' ? 'New' : entry.status === 'closed' ? 'Closed' : 'Open' },
      etaFlag: 'EtaBasedDetection',
      ...(entry.status === 'new' ? {} : { note: entry.text }),
      triggeredAt,
      modifiedAt: changedAt,
    },
    record: catalogue.find(record => record.title === entry.title) ?? pickRecord(random, 'Medium'),
    assetId: asset.id,
    detections: entry.alerts,
    // The old one is quiet since it began: only its note is young.
    activeAt: entry.ageMinutes > 40 * 24 * 60 ? triggeredAt : changedAt,
    servers: entry.observables.filter(observable => !observable.startsWith('10.')),
  });
}

function addOrdinary(records: Records, random: Random, index: number, epoch: number): void {
  const noise = createNoise(random, 44);
  // Twenty alerts of one outbreak, all triggered in the same millisecond.
  const isOutbreak = index >= 10 && index < 30;
  const hoursLeft = ageingOut[index - 30];
  const triggeredAt = isOutbreak
    ? epoch - 5 * dayMs
    : hoursLeft !== undefined
      ? epoch - 45 * dayMs + hoursLeft * 60 * minuteMs
      : epoch - noise.ageMinutes * minuteMs - random.int(0, 59_999);
  const modifiedAt = Math.max(triggeredAt, epoch - noise.changedMinutes * minuteMs - random.int(0, 59_999));
  const record = isOutbreak ? pickNamed('Phishing page visited') : pickRecord(random, riskOf(noise.severity));
  const tenant = tenants.find(candidate => candidate.key === noise.tenant);
  const owner = random.chance(0.03)
    ? null
    : random.chance(0.6)
      ? noise.host
      : `${noise.user}@${tenant?.domain ?? 'soc.example'}`;
  const asset = assetFor(records, random, owner, [`10.20.${random.int(0, 31)}.${random.int(2, 250)}`]);
  addThreat(records, random, {
    alert: {
      id: random.hex(64),
      risk: random.chance(0.85) ? record.severity : riskOf(noise.severity),
      etaFlag: random.chance(0.3) ? 'EtaBasedDetection' : null,
      ...disposition(random, noise.isUsuallyFalse, epoch - triggeredAt),
      ...(index === noteOnNew ? { status: { value: 'New' }, note: 'Looked at, seems real.' } : {}),
      triggeredAt,
      modifiedAt,
    },
    // References dangle: a record or an asset that nothing returns any more.
    record: random.chance(0.01) ? { ...record, id: `CTAL9${random.int(10_000, 99_999)}` } : record,
    assetId: random.chance(0.01) ? random.hex(32) : asset.id,
    detections: random.chance(0.7) ? 1 : random.int(2, 4),
    activeAt: hoursLeft === undefined && random.chance(0.5) ? modifiedAt : triggeredAt,
    servers: [],
    isLost: random.chance(0.01),
  });
}

function disposition(
  random: Random,
  isUsuallyFalse: boolean,
  ageMs: number,
): Pick<Alert, 'status' | 'note' | 'state'> {
  const chanceClosed = ageMs < 2 * dayMs ? 0.15 : isUsuallyFalse ? 0.8 : 0.55;
  if (random.chance(chanceClosed)) {
    const reasons = random.int(0, 2);
    return {
      status: {
        value: 'Closed',
        ...(reasons === 0
          ? {}
          : { closingReasons: reasons === 1 ? null : [isUsuallyFalse ? 'FalsePositive' : 'Remediated'] }),
      },
      note: random.chance(0.3) ? 'Known software, allowed by policy.' : null,
      ...(random.chance(0.2) ? { state: isUsuallyFalse ? 'FalsePositive' : 'Remediated' } : {}),
    };
  }
  if (random.chance(0.35))
    return {
      status: { value: 'Open', closingReasons: null },
      ...(random.chance(0.5) ? { note: 'Asked the owner, waiting for an answer.' } : {}),
    };
  return { status: { value: 'New' } };
}

/** What is there and yet must not be shown, and what goes away soon. */
function addLeftovers(records: Records, random: Random, epoch: number): void {
  const asset = assetFor(records, random, 'LAB-PC-19', ['10.20.9.19']);
  const agedOutAt = epoch - 45 * dayMs - 6 * 60 * minuteMs;
  addThreat(records, random, {
    alert: {
      id: `99c3${random.hex(56)}0b5d`,
      risk: 'Low',
      status: { value: 'Open' },
      etaFlag: null,
      triggeredAt: agedOutAt,
      modifiedAt: agedOutAt,
    },
    record: pickNamed('Adware: browser hijacker'),
    assetId: asset.id,
    detections: 1,
    activeAt: agedOutAt,
    servers: [],
  });
  // A detection that still names an alert which is gone.
  const orphan = records.detections.find(detection => detection.modifiedAt > epoch - 10 * dayMs);
  orphan?.alertIds.push(random.hex(64));
}

function numberChanges(records: Records): void {
  const changes = [
    ...records.detections.map(item => ({ item, at: item.modifiedAt })),
    ...records.events.map(item => ({ item, at: item.modifiedAt })),
    ...records.flows.map(item => ({ item, at: item.timeStamp })),
  ].sort((a, b) => a.at - b.at);
  let sequence = 25_000_000;
  for (const change of changes) {
    sequence += 1;
    change.item.sequence = sequence;
  }
}

function pickNamed(title: string): ThreatIntelRecord {
  const record = catalogue.find(candidate => candidate.title === title);
  if (record === undefined) throw new Error(`${title} is not in the catalogue`);
  return record;
}

function pickRecord(random: Random, risk: Alert['risk']): ThreatIntelRecord {
  return random.pick(catalogue.filter(record => record.severity === risk));
}

function riskOf(severity: string): Alert['risk'] {
  if (severity === 'critical') return 'Critical';
  if (severity === 'high') return 'High';
  return severity === 'medium' ? 'Medium' : 'Low';
}
