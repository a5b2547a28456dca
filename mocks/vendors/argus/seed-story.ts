import { analysts } from '../../cast.ts';
import type { Random } from '../../random.ts';
import type { StoryEntry } from '../../story.ts';
import { categories, customers, customerUsers, findNamed, provider, services, techs } from './directory.ts';
import type { Attachment, CaseRecord, Category, Priority, Service, Status, User } from './records.ts';
import { comment, transaction } from './seed-history.ts';
import type { ArgusWorld } from './state.ts';

const minuteMs = 60_000;
const statusOf: Record<StoryEntry['status'], Status> = {
  new: 'pendingSoc',
  open: 'pendingSoc',
  'in-progress': 'workingSoc',
  escalated: 'workingSoc',
  pending: 'pendingCustomer',
  resolved: 'pendingClose',
  cancelled: 'closed',
  closed: 'closed',
};
const categoryOf: Readonly<Record<string, string>> = {
  phish: 'phishing',
  c2: 'malicious-infection',
  sla: 'malicious-infection',
};

/**
 * One entry of a story as a case: with comments (one edited, one internal, one deleted, one an answer by e-mail), a file,
 * somebody on its access list, and its history.
 */
export function seedStory(world: ArgusWorld, random: Random, epoch: number, entry: StoryEntry): CaseRecord {
  const createdTimestamp = epoch - entry.ageMinutes * minuteMs;
  const lastUpdatedTimestamp = epoch - entry.changedMinutes * minuteMs;
  const customer = findNamed(customers, entry.tenant) ?? provider;
  const tech = techs[analysts.findIndex(analyst => analyst.key === entry.assignee)] ?? null;
  const reporter = techs[1] as User;
  const contact = customerUsers.find(user => user.customer === customer) ?? null;
  const isScan = entry.tags.includes('vuln');
  const service = findNamed(services, isScan ? 'vulnscan' : 'ids') as Service;
  const category = isScan ? 'exposed-malicious' : entry.tags.map(tag => categoryOf[tag]).find(Boolean);
  const priority: Priority =
    entry.severity === 'info' || entry.severity === 'unknown' ? 'low' : entry.severity;
  const status = statusOf[entry.status];
  const lastUpdatedByUser = tech ?? reporter;
  const record: CaseRecord = {
    id: world.createCaseId(),
    customer,
    service,
    category: category === undefined ? null : (findNamed(categories, category) as Category),
    type: isScan ? 'operationalIncident' : 'securityIncident',
    status,
    initialStatus: 'pendingSoc',
    priority,
    initialPriority: 'medium',
    subject: entry.title,
    description: entry.text.startsWith('<') ? entry.text : `<p>${entry.text}</p>`,
    customerReference: `INC-${random.int(10_000, 99_999)}`,
    originEmailAddress: null,
    accessMode: 'roleBased',
    reporter,
    assignedUser: contact,
    assignedTech: tech,
    createdByUser: reporter,
    lastUpdatedByUser,
    closedByUser: status === 'closed' ? lastUpdatedByUser : null,
    publishedByUser: reporter,
    createdTimestamp,
    lastUpdatedTimestamp,
    closedTimestamp: status === 'closed' ? lastUpdatedTimestamp : null,
    publishedTimestamp: createdTimestamp,
    techDueTimestamp: entry.dueMinutes === undefined ? null : epoch + entry.dueMinutes * minuteMs,
    flags: ['SUBMITTED_BY_TECH', 'HAS_EVENTS'],
    workflows: priority === 'critical' ? [{ workflow: 'severityAlert', state: 'acknowledged' }] : [],
    fields: {},
    mergedInto: null,
    comments: [],
    attachments: [],
    tags: entry.tags.map(value => ({
      id: world.createUuid(),
      key: 'topic',
      value,
      addedTimestamp: createdTimestamp,
      addedByUser: reporter,
      flags: [],
    })),
    access: [],
    history: [],
    events: { count: entry.alerts, hosts: entry.hosts, observables: entry.observables },
  };
  addConversation(world, record, contact, addFile(world, record, entry));
  addTransactions(world, record);
  if (contact !== null) addGrant(world, record, contact);
  return record;
}

function at(record: CaseRecord, share: number): number {
  const span = record.lastUpdatedTimestamp - record.createdTimestamp;
  return record.createdTimestamp + Math.floor(span * share);
}

/** Each comment has the status and the priority that the case had with it. */
function addConversation(
  world: ArgusWorld,
  record: CaseRecord,
  contact: User | null,
  file: Attachment,
): void {
  const { reporter, lastUpdatedByUser, initialStatus: status, priority } = record;
  const write = (share: number, user: User, text: string) =>
    comment(world, record, at(record, share), user, text);
  const first = write(0.2, reporter, '<p>Case opened from the alarm. The host owner was called.</p>');
  Object.assign(first, { status, priority: record.initialPriority });
  const outdated = write(0.35, lastUpdatedByUser, '<p>Two hosts seen.</p>');
  const corrected = write(
    0.4,
    lastUpdatedByUser,
    `<p>Hosts and accounts seen: ${record.events.hosts.join(', ') || 'none'}.</p>`,
  );
  outdated.references.push({ type: 'replacedBy', commentID: corrected.id });
  corrected.associatedAttachments.push({ id: file.id, name: file.name });
  const mistaken = write(0.5, lastUpdatedByUser, '<p>This belongs to another case.</p>');
  mistaken.flags.push('DELETED');
  const internal = write(
    0.6,
    lastUpdatedByUser,
    '<p>Same infrastructure as last week. Not told to the customer yet.</p>',
  );
  internal.flags.push('INTERNAL');
  for (const early of [outdated, corrected, mistaken, internal]) Object.assign(early, { status, priority });
  record.comments.push(first, outdated, corrected, mistaken, internal);
  if (contact !== null) {
    const reply = write(0.8, contact, '<p>Confirmed, this was not planned.</p>');
    Object.assign(reply, { status, priority, originEmailAddress: `${contact.userName}@customer.example` });
    reply.references.push({ type: 'replyTo', commentID: first.id });
    reply.lastUpdatedTimestamp = at(record, 0.85);
    record.comments.push(reply);
  }
  record.comments.push(write(1, lastUpdatedByUser, '<p>Asked for the sign-in logs of the last week.</p>'));
}

/** The customer's contact sees the case, whatever roles they have. */
function addGrant(world: ArgusWorld, record: CaseRecord, subject: User): void {
  record.access.push({
    id: world.createUuid(),
    subject,
    level: 'read',
    addedTimestamp: record.createdTimestamp,
    addedByUser: record.reporter,
  });
}

function addFile(world: ArgusWorld, record: CaseRecord, entry: StoryEntry): Attachment {
  const lines = [...entry.observables, ...entry.hosts, ...entry.users].join('\n');
  const file: Attachment = {
    id: world.createUuid(),
    addedTimestamp: at(record, 0.4),
    addedByUser: record.lastUpdatedByUser,
    name: `indicators-${record.id}.txt`,
    mimeType: 'text/plain',
    flags: [],
    originEmailAddress: null,
    bytes: new TextEncoder().encode(`${lines}\n`),
  };
  record.attachments.push(file);
  return file;
}

function addTransactions(world: ArgusWorld, record: CaseRecord): void {
  const { reporter, lastUpdatedByUser } = record;
  record.history.push(
    transaction(world, 'createCase', record.createdTimestamp, reporter, [
      { field: 'status', value: record.initialStatus, previousValue: null },
      { field: 'priority', value: record.initialPriority, previousValue: null },
    ]),
    transaction(world, 'updateCase', at(record, 0.3), lastUpdatedByUser, [
      { field: 'priority', value: record.priority, previousValue: record.initialPriority },
      { field: 'assignedTech', value: record.assignedTech?.userName ?? null, previousValue: null },
    ]),
    transaction(world, 'updateCase', record.lastUpdatedTimestamp, lastUpdatedByUser, [
      { field: 'status', value: record.status, previousValue: record.initialStatus },
    ]),
  );
}
