import type { Access } from './access.ts';
import type { AccessEntry, Attachment, CaseRecord, Comment, Tag, Transaction } from './records.ts';
import type { ArgusWorld } from './state.ts';

/** A timestamp and the time derived from it, as every answer carries both. */
function instant<Name extends string>(name: Name, at: number | null): Record<string, number | string | null> {
  return { [`${name}Timestamp`]: at, [`${name}Time`]: at === null ? null : new Date(at).toISOString() };
}

function named<Item extends { id: number; name: string; shortName: string }>(item: Item) {
  return { id: item.id, name: item.name, shortName: item.shortName, localizedName: item.name };
}

function statusWord(world: ArgusWorld, status: string): string {
  return world.switches.statusWords === 'waiting' ? status.replace('working', 'waiting') : status;
}

type CaseView = { includeDescription: boolean; includeWorkflows: boolean };

export function renderCase(world: ArgusWorld, record: CaseRecord, access: Access, view: CaseView) {
  return {
    id: record.id,
    customer: record.customer,
    service: named(record.service),
    category: record.category === null ? null : named(record.category),
    type: record.type,
    initialStatus: statusWord(world, record.initialStatus),
    status: statusWord(world, record.status),
    initialPriority: record.initialPriority,
    priority: record.priority,
    subject: record.subject,
    ...(view.includeDescription ? { description: record.description } : {}),
    customerReference: record.customerReference,
    originEmailAddress: record.originEmailAddress,
    accessMode: record.accessMode,
    reporter: record.reporter,
    assignedUser: record.assignedUser,
    assignedTech: record.assignedTech,
    createdByUser: record.createdByUser,
    lastUpdatedByUser: record.lastUpdatedByUser,
    closedByUser: record.closedByUser,
    publishedByUser: record.publishedByUser,
    ...instant('created', record.createdTimestamp),
    ...instant('lastUpdated', record.lastUpdatedTimestamp),
    ...instant('closed', record.closedTimestamp),
    ...instant('published', record.publishedTimestamp),
    ...(record.techDueTimestamp === null ? {} : instant('techDue', record.techDueTimestamp)),
    flags: record.flags,
    currentUserAccess: access,
    ...(view.includeWorkflows ? { workflows: record.workflows } : {}),
  };
}

export function renderComment(world: ArgusWorld, comment: Comment) {
  const { addedTimestamp, lastUpdatedTimestamp, ...rest } = comment;
  return {
    ...rest,
    status: statusWord(world, comment.status),
    ...instant('added', addedTimestamp),
    ...instant('lastUpdated', lastUpdatedTimestamp),
  };
}

export function renderAttachment(attachment: Attachment) {
  const { bytes, addedTimestamp, ...rest } = attachment;
  return { ...rest, size: bytes.length, ...instant('added', addedTimestamp) };
}

export function renderAdded<Item extends Tag | AccessEntry>(item: Item) {
  const { addedTimestamp, ...rest } = item;
  return { ...rest, ...instant('added', addedTimestamp) };
}

export function renderTransaction(transaction: Transaction) {
  const { id, changes, ...rest } = transaction;
  return {
    id,
    ...rest,
    time: new Date(transaction.timestamp).toISOString(),
    changes: changes.map((change, index) => ({
      id: `${id.slice(0, 24)}${String(index + 1).padStart(12, '0')}`,
      transactionIndex: index + 1,
      field: change.field,
      objectType: change.field,
      object: change.value,
      previousObject: change.previousValue,
      value: change.value,
      previousValue: change.previousValue,
      flags: transaction.flags,
    })),
  };
}
