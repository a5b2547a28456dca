import { formatRef } from '#domain/case.ts';
import { isPending, type OutboxEntry } from './outbox-entry.ts';

const mostPerConnection = 2;

export type Choice = {
  /** What can go now. */
  ready: readonly OutboxEntry[];
  /** When the next one can, epoch ms; null: nothing waits for a time. */
  nextAt: number | null;
};

/**
 * Which commands go now: of each record the first that is not done, two at once for a connection. One that waits for a
 * person holds back those after it on the same record, so that they arrive in the order in which they were meant.
 */
export function chooseNext(
  entries: readonly OutboxEntry[],
  running: ReadonlySet<string>,
  now: number,
): Choice {
  const seen = new Set<string>();
  const busy = new Map<string, number>();
  for (const { command } of entries) if (running.has(command.id)) count(busy, command.ref.connectionId);
  const ready: OutboxEntry[] = [];
  let nextAt: number | null = null;
  for (const entry of entries) {
    const { command, stage } = entry;
    const ref = formatRef(command.ref);
    const isFirst = !seen.has(ref);
    seen.add(ref);
    if (!isFirst || running.has(command.id) || !isPending(entry)) continue;
    const notBefore = stage.kind === 'queued' || stage.kind === 'unknown' ? stage.notBefore : 0;
    if (notBefore > now) {
      nextAt = Math.min(nextAt ?? notBefore, notBefore);
      continue;
    }
    if ((busy.get(command.ref.connectionId) ?? 0) >= mostPerConnection) continue;
    count(busy, command.ref.connectionId);
    ready.push(entry);
  }
  return { ready, nextAt };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
