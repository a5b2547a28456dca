import type { Random } from '../../random.ts';
import type { CaseRecord, Comment, Transaction, User } from './records.ts';
import type { ArgusWorld } from './state.ts';

const words = [
  '<p>Looked at the host together with its owner. Known software, signed.</p>',
  '<p>Asked the customer whether this was planned.</p>',
  '<p>Planned change, see the change calendar.</p>',
  '<p>No further callbacks in the last 24 hours.</p>',
] as const;

/** What happened to an ordinary case between its first and its last instant. */
export function seedHistory(world: ArgusWorld, random: Random, record: CaseRecord, isFalse: boolean): void {
  const { createdTimestamp, lastUpdatedTimestamp, reporter, lastUpdatedByUser } = record;
  record.history.push(
    transaction(world, 'createCase', createdTimestamp, reporter, [
      { field: 'status', value: record.initialStatus, previousValue: null },
    ]),
  );
  const span = lastUpdatedTimestamp - createdTimestamp;
  for (let index = 0; index < random.int(0, 2); index += 1) {
    const at = createdTimestamp + Math.floor((span * (index + 1)) / 4);
    record.comments.push(comment(world, record, at, lastUpdatedByUser, random.pick(words)));
  }
  if (record.status === 'closed') {
    const text = isFalse ? '<p>False positive. Closed.</p>' : '<p>Handled. Closed.</p>';
    record.comments.push(comment(world, record, lastUpdatedTimestamp, lastUpdatedByUser, text));
  }
  if (record.status === record.initialStatus) return;
  const operation = record.status === 'closed' ? 'closeCase' : 'updateCase';
  record.history.push(
    transaction(world, operation, lastUpdatedTimestamp, lastUpdatedByUser, [
      { field: 'status', value: record.status, previousValue: record.initialStatus },
    ]),
  );
}

export function transaction(
  world: ArgusWorld,
  operation: string,
  timestamp: number,
  user: User,
  changes: Transaction['changes'],
): Transaction {
  const flags = user.customer.id === 1 ? ['SUBMITTED_BY_TECH'] : [];
  return { id: world.createUuid(), operation, timestamp, user, notified: 2, flags, changes };
}

export function comment(
  world: ArgusWorld,
  record: CaseRecord,
  addedTimestamp: number,
  addedByUser: User,
  text: string,
): Comment {
  return {
    id: world.createUuid(),
    addedTimestamp,
    addedByUser,
    comment: text,
    flags: addedByUser.customer.id === record.customer.id ? [] : ['SUBMITTED_BY_TECH'],
    lastUpdatedTimestamp: null,
    status: record.status,
    priority: record.priority,
    originEmailAddress: null,
    associatedAttachments: [],
    references: [],
  };
}
