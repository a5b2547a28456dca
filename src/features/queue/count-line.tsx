import type { ConnectionState } from '#domain/sync-state.ts';
import type { SortTerm } from '#domain/view.ts';
import { useConnectionStates } from '#store/queries.ts';
import type { QueueSnapshot } from '#store/queue/queue-session.ts';
import { NewPill } from '#ui/feedback/new-pill.tsx';
import { useTicking } from '#ui/time/ticker.ts';
import classes from './count-line.module.css';
import { describeSort } from './filter-words.ts';

/** A source this old is named beside the count. */
const staleMs = 3 * 60_000;

type CountLineProps = {
  queue: QueueSnapshot;
  sort: readonly SortTerm[];
  onShowNew: () => void;
};

/** The honesty line: how many rows there are, whether that is all, and what is old. */
export function CountLine({ queue, sort, onShowNew }: CountLineProps) {
  const states = useConnectionStates();
  const support = useTicking(now => describeAge(states, now));
  return (
    <div className={classes['line']}>
      <strong className={classes['count']} aria-live="polite">
        {queue.resultId === null ? 'Reading the queue' : describeCount(queue.total, states)}
      </strong>
      {support === '' ? null : <span className={classes['support']}>{support}</span>}
      <NewPill count={queue.added} keys="." onShow={onShowNew} />
      <span className={classes['sort']}>{describeSort(sort)}</span>
    </div>
  );
}

export function isPartial(states: readonly ConnectionState[]): boolean {
  return states.some(
    ({ isCaughtUp, known, held, isKnownPartial }) =>
      !isCaughtUp || isKnownPartial || (known !== null && held < known),
  );
}

export function describeCount(total: number, states: readonly ConnectionState[]): string {
  const words = `${total.toLocaleString('en')} ${total === 1 ? 'case or alert' : 'cases and alerts'}`;
  return isPartial(states) ? `At least ${words}` : words;
}

/** Names what is older than it should be, oldest first, at most two by name. */
function describeAge(states: readonly ConnectionState[], now: number): string {
  const old = states
    .filter(({ readAt }) => readAt !== null && now - readAt > staleMs)
    .sort((a, b) => (a.readAt ?? 0) - (b.readAt ?? 0));
  const unread = states.filter(({ readAt, health }) => readAt === null && health.kind !== 'reading');
  const parts = old.slice(0, 2).map(({ name, readAt }) => `${name} is ${age(now - (readAt ?? now))} old`);
  if (old.length > 2) parts.push(`${old.length - 2} more are old`);
  if (states.length > 0 && unread.length > 0)
    parts.push(
      unread.length === 1 ? `${unread[0]?.name} was never read` : `${unread.length} were never read`,
    );
  return parts.join('. ');
}

function age(ms: number): string {
  if (ms < 3_600_000) return `${Math.round(ms / 60_000)} min`;
  if (ms < 86_400_000) return `${Math.round(ms / 3_600_000)} h`;
  return `${Math.round(ms / 86_400_000)} days`;
}
