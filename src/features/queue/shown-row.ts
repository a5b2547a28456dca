import { formatRef, type QueueRow } from '#domain/case.ts';
import type { Change } from '#domain/command.ts';
import type { Status } from '#domain/words.ts';
import { needsSomebody, type OutboxEntry } from '#store/outbox/outbox-entry.ts';
import { severityOf, statusOf } from './bulk/our-words.ts';

/** A row as it is shown: with what is wanted of it, and a word that it is not so yet. */
export type ShownRow = { row: QueueRow; mark: 'queued' | 'not saved' | null };

export type EntriesByRow = ReadonlyMap<string, readonly OutboxEntry[]>;

export function groupByRow(entries: readonly OutboxEntry[]): EntriesByRow {
  const groups = new Map<string, OutboxEntry[]>();
  for (const entry of entries) {
    const ref = formatRef(entry.command.ref);
    const group = groups.get(ref);
    if (group === undefined) groups.set(ref, [entry]);
    else group.push(entry);
  }
  return groups;
}

/** The same row as long as the same waits for it: what has not changed is not drawn again. */
const drawn = new WeakMap<QueueRow, { text: string; shown: ShownRow }>();

/**
 * What waits shows as it is meant to be. What failed, or met another's change, shows as it is at the vendor. `settled`:
 * saved, while the row is not read again yet.
 */
export function toShownRow(
  row: QueueRow,
  entries: readonly OutboxEntry[] = [],
  settled: readonly OutboxEntry[] = [],
): ShownRow {
  if (entries.length + settled.length === 0) return { row, mark: null };
  const text = JSON.stringify([...settled, ...entries].map(({ command, stage }) => [command.id, stage.kind]));
  const known = drawn.get(row);
  if (known?.text === text) return known.shown;
  const waiting = entries.filter(entry => !needsSomebody(entry));
  const wanted = [...settled.filter(entry => isOldStill(row, entry)), ...waiting].reduce(
    (before, { command }) => apply(before, command.change),
    row,
  );
  const shown: ShownRow = {
    row: wanted,
    mark: entries.length === 0 ? null : entries.some(needsSomebody) ? 'not saved' : 'queued',
  };
  drawn.set(row, { text, shown });
  return shown;
}

/** The row still says what it said when the change was made. */
function isOldStill(row: QueueRow, { command: { base } }: OutboxEntry): boolean {
  const now: Readonly<Record<string, string>> = {
    status: row.status.raw,
    severity: row.severity.raw,
    assignee: row.assignee?.id ?? '',
    title: row.title,
  };
  const fields = Object.keys(base).filter(field => field in now);
  return fields.length > 0 && fields.every(field => now[field] === base[field]);
}

function apply(row: QueueRow, change: Change): QueueRow {
  switch (change.name) {
    case 'status':
      // A vendor without a word for it on its rows means something else by it: an outcome.
      return row.status.raw === '' ? row : { ...row, status: toStatus(change, 'other') };
    case 'close':
      return { ...row, status: toStatus(change, 'closed') };
    case 'reopen':
      return { ...row, status: toStatus(change, 'open') };
    case 'severity': {
      const label = change.label ?? change.to;
      return {
        ...row,
        severity: { value: severityOf({ value: change.to, label }) ?? 'unknown', raw: label },
      };
    }
    case 'assignee':
      return { ...row, assignee: change.to === null ? null : { id: change.to, name: change.label } };
    case 'tags':
      return {
        ...row,
        tags: [...new Set([...row.tags.filter(tag => !change.remove.includes(tag)), ...change.add])],
      };
    case 'title':
      return { ...row, title: change.to };
    case 'post':
    case 'text':
      return row;
  }
}

function toStatus({ to, label = to }: { to: string; label?: string }, otherwise: Status): QueueRow['status'] {
  return { value: statusOf({ value: to, label }) ?? otherwise, raw: label };
}
