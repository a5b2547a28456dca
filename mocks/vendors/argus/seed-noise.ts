import { createNoise, type NoiseRecord } from '../../noise.ts';
import type { Random } from '../../random.ts';
import { categories, customers, customerUsers, findNamed, provider, services, techs } from './directory.ts';
import type { CaseRecord, CaseType, Priority, Service, Status, User } from './records.ts';
import { seedHistory } from './seed-history.ts';
import type { ArgusWorld } from './state.ts';

const minuteMs = 60_000;
/** All of it within the 90 days that a connection keeps of what is closed. */
const spanDays = 85;

const openStatuses: readonly Status[] = [
  'pendingSoc',
  'pendingSoc',
  'workingSoc',
  'workingSoc',
  'workingCustomer',
  'pendingCustomer',
  'pendingCustomer',
  'pendingVendor',
  'pendingClose',
];

export function seedNoise(world: ArgusWorld, random: Random, epoch: number, count: number): CaseRecord[] {
  const noise = Array.from({ length: Math.max(0, count) }, () => createNoise(random, spanDays));
  noise.sort((left, right) => right.ageMinutes - left.ageMinutes);
  return noise.map(item => createRecord(world, random, epoch, item));
}

function createRecord(world: ArgusWorld, random: Random, epoch: number, noise: NoiseRecord): CaseRecord {
  const { service, type } = pickService(random);
  const isClosed = random.chance(noise.isUsuallyFalse ? 0.8 : 0.55);
  const status = isClosed ? 'closed' : random.pick(openStatuses);
  const customer = findNamed(customers, noise.tenant) ?? provider;
  const createdTimestamp = epoch - noise.ageMinutes * minuteMs;
  const lastUpdatedTimestamp = epoch - noise.changedMinutes * minuteMs;
  const priority: Priority =
    noise.severity === 'info' || noise.severity === 'unknown' ? 'low' : noise.severity;
  const reporter = random.chance(0.3) ? pickCustomerUser(random, customer.id) : random.pick(techs);
  const tech = random.chance(0.7) ? random.pick(techs) : null;
  const lastUpdatedByUser = tech ?? reporter;
  const bound = categories.filter(
    category =>
      category.closeNeedsField === undefined &&
      category.bindings.some(
        binding => binding.service === service.shortName && binding.caseTypes.includes(type),
      ),
  );
  const record: CaseRecord = {
    id: world.createCaseId(),
    customer,
    service,
    category: bound.length > 0 && random.chance(0.8) ? random.pick(bound) : null,
    type,
    status,
    initialStatus: 'pendingSoc',
    priority,
    initialPriority: random.chance(0.8) ? priority : 'medium',
    subject: noise.title,
    description: `<p>${noise.title}.</p><p>Seen on <code>${noise.host}</code>, account <b>${noise.user}</b>.</p>`,
    customerReference: random.chance(0.2) ? `INC-${random.int(10_000, 99_999)}` : null,
    originEmailAddress: null,
    accessMode: random.chance(0.04) ? 'writeRestricted' : 'roleBased',
    reporter,
    assignedUser: random.chance(0.15) ? pickCustomerUser(random, customer.id) : null,
    assignedTech: tech,
    createdByUser: reporter,
    lastUpdatedByUser,
    closedByUser: isClosed ? lastUpdatedByUser : null,
    publishedByUser: reporter,
    createdTimestamp,
    lastUpdatedTimestamp,
    closedTimestamp: isClosed ? lastUpdatedTimestamp : null,
    publishedTimestamp: createdTimestamp,
    techDueTimestamp: null,
    flags: reporter.customer === provider ? ['SUBMITTED_BY_TECH'] : [],
    workflows: random.chance(0.1)
      ? [{ workflow: service.workflows[0] ?? 'customerUpdate', state: 'requested' }]
      : [],
    fields: {},
    mergedInto: null,
    comments: [],
    attachments: [],
    tags: noise.tags.map(value => ({
      id: world.createUuid(),
      key: 'topic',
      value,
      addedTimestamp: createdTimestamp,
      addedByUser: reporter,
      flags: [],
    })),
    access: [],
    history: [],
    events: {
      count: service.shortName === 'ids' ? noise.alerts : 0,
      hosts: [noise.host],
      observables: [],
    },
  };
  seedHistory(world, random, record, isClosed && noise.isUsuallyFalse);
  return record;
}

function pickService(random: Random): { service: Service; type: CaseType } {
  const isIds = random.chance(0.75);
  const service = (isIds ? services[0] : random.pick(services)) ?? (services[0] as Service);
  const type =
    service.shortName === 'ids' && random.chance(0.85) ? 'securityIncident' : random.pick(service.caseTypes);
  return { service, type };
}

function pickCustomerUser(random: Random, customerId: number): User {
  return random.pick(customerUsers.filter(user => user.customerID === customerId));
}
