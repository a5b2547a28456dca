import type { Change, ChangeName } from '#domain/command.ts';
import { isPending } from '#store/outbox/outbox-entry.ts';
import type { CaseWriting } from './case-writing.ts';

/** What stands in a field instead of what was read, and how it came to that. */
export type ShownChange = {
  /** Shown in its place; null: what was read stands there, as nothing of it was changed. */
  change: Change | null;
  mark: { text: string; tone: 'waits' | 'needs-you' } | null;
};

const none: ShownChange = { change: null, mark: null };

/**
 * The latest change of a field: the value wanted while it waits, what was read where it failed, and what was read back
 * until the record is read anew.
 */
export function shownChange(
  { entries, saved, readAt }: Pick<CaseWriting, 'entries' | 'saved' | 'readAt'>,
  names: readonly ChangeName[],
): ShownChange {
  const entry = entries.findLast(({ command }) => names.includes(command.change.name));
  if (entry !== undefined && isPending(entry)) {
    const { kind } = entry.stage;
    const text = kind === 'queued' ? 'queued' : kind === 'sending' ? 'sending' : 'being looked up';
    return { change: entry.command.change, mark: { text, tone: 'waits' } };
  }
  if (entry?.stage.kind === 'failed')
    return { change: null, mark: { text: 'not changed: it failed', tone: 'needs-you' } };
  if (entry?.stage.kind === 'conflict')
    return { change: null, mark: { text: 'not changed: conflict', tone: 'needs-you' } };
  const line = saved.findLast(({ command }) => names.includes(command.change.name));
  if (line === undefined || line.notKept.length > 0 || line.at < (readAt ?? 0)) return none;
  return { change: line.command.change, mark: null };
}
