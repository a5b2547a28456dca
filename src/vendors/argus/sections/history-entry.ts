import type { TimelineEntry } from '#domain/timeline.ts';
import { statusLabels } from '#domain/words.ts';
import { toPerson, toStatus } from '../mapping.ts';
import { toStamp } from '../stamp.ts';
import { type Change, sayChange, sayStep, toChanges } from './history-change.ts';
import type { WireTransaction } from './history-wire.ts';
import { spellOut } from './words.ts';

/** A transaction in one sentence; null where it has no instant or stands in the timeline as what it added. */
export function toHistoryEntry(transaction: WireTransaction & { key: string }): TimelineEntry | null {
  const stamp = toStamp(transaction.timestamp, transaction.time);
  const changes = toChanges(transaction);
  if (stamp === null || isAddition(transaction, changes)) return null;
  const status = changes.find(({ field, after }) => field === 'status' && after !== '');
  return {
    id: `transaction:${transaction.key}`,
    kind: status === undefined ? 'change' : 'status',
    stamp,
    actor: toPerson(transaction.user)?.name ?? null,
    ...sayTransaction(transaction.operation, changes, status),
    body: null,
    severity: null,
    status: status === undefined ? null : toStatus(status.after).value,
    labels: [],
    color: null,
    section: 'history',
    notBefore: null,
  };
}

type Sentence = Pick<TimelineEntry, 'action' | 'subject' | 'support'>;

function sayTransaction(
  operation: string | null,
  changes: readonly Change[],
  status: Change | undefined,
): Sentence {
  const whole: Readonly<Record<string, string>> = { createCase: 'opened', closeCase: 'closed' };
  const action = operation !== null && Object.hasOwn(whole, operation) ? whole[operation] : undefined;
  const others = changes.filter(change => change !== status);
  if (action !== undefined)
    return { action, subject: 'the case', support: changes.map(sayChange).join(', ') };
  if (status !== undefined) {
    const { value, raw } = toStatus(status.after);
    return {
      action: 'set status to',
      subject: value === 'other' ? raw : statusLabels[value],
      support: [status.before === '' ? raw : `${raw}, was ${status.before}`, ...others.map(sayChange)].join(
        ', ',
      ),
    };
  }
  const [first] = changes;
  if (changes.length === 1 && first !== undefined)
    return { action: 'changed', subject: spellOut(first.field), support: sayStep(first) };
  if (changes.length === 0)
    return { action: 'changed', subject: 'the case', support: spellOut(operation ?? '') };
  const fields = [...new Set(changes.map(({ field }) => spellOut(field)))];
  return { action: 'changed', subject: fields.join(', '), support: changes.map(sayChange).join(', ') };
}

/** A comment or a file that was added is an entry of its own section. */
function isAddition({ operation }: WireTransaction, changes: readonly Change[]): boolean {
  return (
    /^add/i.test(operation ?? '') &&
    changes.length > 0 &&
    changes.every(({ field }) => field === 'comment' || field === 'attachment')
  );
}
