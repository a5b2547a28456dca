import { analysts, tenants } from '../../cast.ts';
import { createNoise } from '../../noise.ts';
import { createRandom, type Random } from '../../random.ts';
import type { SimulatorOptions } from '../../simulator.ts';
import { campaigns, type StoryEntry } from '../../story.ts';
import type { Severity, Status } from '../../story-words.ts';
import type { SimulatedCase } from './records.ts';

const minuteMs = 60_000;
const dayMinutes = 1440;

const severityOf: Record<Severity, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Low',
  unknown: 'Low',
};
const statusOf: Record<Status, string> = {
  new: 'New',
  open: 'New',
  escalated: 'Escalated',
  'in-progress': 'In Progress',
  pending: 'In Progress',
  resolved: 'Resolved',
  cancelled: 'Cancelled',
  closed: 'Resolved',
};
const scoreFloor: Record<string, number> = { Critical: 75, High: 50, Medium: 25, Low: 1 };

/** The cases of a scenario, oldest first. The stories come with it, noise fills up to the wanted size. */
export function createCases(options: SimulatorOptions): SimulatedCase[] {
  if (options.scenario === 'empty') return [];
  const random = createRandom(options.scenario === 'large' ? 139_380 : 51_207);
  const spanDays = options.scenario === 'large' ? 730 : 120;
  const stories = campaigns.flatMap(campaign => campaign.entries).filter(entry => entry.vendor === 'stellar');
  const cases = stories.slice(0, options.size).map(story => fromStory(story, options.epoch, random));
  while (cases.length < options.size) cases.push(fromNoise(options.epoch, spanDays, random));
  cases.sort((left, right) => left.record.created_at - right.record.created_at);
  for (const [index, { record }] of cases.entries()) {
    record.ticket_id = 1001 + index;
    record._id = caseId(record.created_at, index);
  }
  return cases;
}

/** Ids look like the vendor's: seconds, then a machine, then a counter, 24 hex digits in all. */
export function caseId(createdAt: number, counter: number): string {
  const seconds = Math.floor(createdAt / 1000)
    .toString(16)
    .padStart(8, '0');
  return `${seconds}a3149258cd${counter.toString(16).padStart(6, '0')}`;
}

function fromStory(story: StoryEntry, epoch: number, random: Random): SimulatedCase {
  const createdAt = epoch - story.ageMinutes * minuteMs;
  const modifiedAt = epoch - story.changedMinutes * minuteMs;
  const severity = severityOf[story.severity];
  const status = statusOf[story.status];
  const simulated = create(story.tenant, createdAt, modifiedAt, severity, status, random);
  const { record } = simulated;
  record.name = story.title;
  record.description = story.text;
  record.size = story.alerts;
  record.version = story.alerts + 3;
  record.tags = [...story.tags];
  record.start_timestamp = createdAt - 26 * minuteMs;
  record.end_timestamp = modifiedAt;
  assign(simulated, story.assignee);
  return {
    ...simulated,
    story,
    host: story.hosts[0] ?? '',
    user: story.users[0] ?? '',
    isNameFrozen: true,
  };
}

function fromNoise(epoch: number, spanDays: number, random: Random): SimulatedCase {
  const noise = createNoise(random, spanDays);
  const createdAt = epoch - noise.ageMinutes * minuteMs - random.int(0, minuteMs - 1);
  // Work on a case ends within days however old the case is.
  const lagMinutes = Math.floor((Math.min(noise.ageMinutes, 6 * dayMinutes) * random.int(2, 95)) / 100);
  const modifiedAt = createdAt + lagMinutes * minuteMs + random.int(0, minuteMs - 1);
  const status = statusByAge(noise.ageMinutes, random);
  const severity = severityOf[noise.severity];
  const simulated = create(noise.tenant, createdAt, modifiedAt, severity, status, random);
  const { record } = simulated;
  const others = noise.alerts - 1;
  record.name =
    others === 0 ? noise.title : `${noise.title} and ${others} ${others === 1 ? 'other' : 'others'}`;
  record.size = noise.alerts;
  record.version = noise.alerts;
  record.tags = [...noise.tags];
  if (random.chance(0.8)) {
    record.start_timestamp = createdAt - random.int(1, 3 * dayMinutes) * minuteMs;
    record.end_timestamp = modifiedAt;
  }
  if (random.chance(0.01)) {
    record.cust_id = '';
    record.tenant_name = 'Root Tenant';
    delete record.tenant_group_name;
  }
  if (noise.ageMinutes > 0.6 * spanDays * dayMinutes && random.chance(0.1)) {
    record.priority = severity;
    delete record.severity;
  }
  if (status !== 'New' || random.chance(0.1)) assign(simulated, random.pick(analysts).key);
  let isReopened = false;
  if (status === 'Resolved' || status === 'Cancelled') {
    record.closed = random.chance(0.05) ? 1 : modifiedAt;
    record.resolution = resolution(status, noise.isUsuallyFalse, random);
    if (random.chance(0.03)) {
      isReopened = true;
      record.status = 'In Progress';
      record.closed = 0;
      delete record.resolution;
    }
  }
  return { ...simulated, host: noise.host, user: noise.user, isReopened };
}

function statusByAge(ageMinutes: number, random: Random): string {
  const draw = random.int(0, 999);
  const limits =
    ageMinutes < dayMinutes
      ? ([500, 580, 760, 960] as const)
      : ageMinutes < 7 * dayMinutes
        ? ([120, 160, 300, 930] as const)
        : ([12, 18, 40, 900] as const);
  if (draw < limits[0]) return 'New';
  if (draw < limits[1]) return 'Escalated';
  if (draw < limits[2]) return 'In Progress';
  return draw < limits[3] ? 'Resolved' : 'Cancelled';
}

function resolution(status: string, isUsuallyFalse: boolean, random: Random): string {
  if (status === 'Cancelled') return 'Benign';
  if (random.chance(isUsuallyFalse ? 0.88 : 0.3)) return 'False Positive';
  return random.chance(0.7) ? 'True Positive' : 'Benign';
}

function create(
  tenantKey: string,
  createdAt: number,
  modifiedAt: number,
  severity: string,
  status: string,
  random: Random,
): SimulatedCase {
  const tenant = tenants.find(candidate => candidate.key === tenantKey);
  const floor = scoreFloor[severity] ?? 1;
  return {
    record: {
      _id: '',
      acknowledged: status === 'New' ? 0 : Math.floor((createdAt + modifiedAt) / 2),
      assignee: '',
      assignee_name: 'Unassigned',
      closed: 0,
      created_at: createdAt,
      created_by: 'System',
      created_by_name: 'System',
      cust_id: tenant?.hex ?? '',
      modified_at: modifiedAt,
      modified_by: '',
      modified_by_name: '',
      name: '',
      score: Math.min(100, floor + random.int(0, 249) / 10),
      severity,
      size: 1,
      status,
      tags: [],
      tenant_group_name: 'Nordics',
      tenant_name: tenant?.name ?? '',
      ticket_id: 0,
      version: 1,
    },
    story: null,
    host: '',
    user: '',
    isReopened: false,
    isNameFrozen: false,
  };
}

function assign(simulated: SimulatedCase, analystKey: string | null): void {
  const analyst = analysts.find(candidate => candidate.key === analystKey);
  if (analyst === undefined) return;
  const { record } = simulated;
  record.assignee = analyst.hex;
  record.assignee_name = analyst.name;
  record.modified_by = analyst.hex;
  record.modified_by_name = analyst.email;
}
