import { CircleCheck, Clock, CloudOff, Loader, Lock, type LucideIcon, Pause } from 'lucide-react';
import { InertText } from '#ui/text/inert-text.tsx';
import { RelativeTime } from '#ui/time/relative-time.tsx';
import classes from './freshness-strip.module.css';

export type Freshness = {
  id: string;
  name: string;
  state: 'current' | 'reading' | 'paused' | 'waits' | 'signed-out' | 'failed';
  /** What is wrong, in words: 'Rate limited until 08:07'. null while nothing is. */
  trouble: string | null;
  /** Rows held here. */
  held: number;
  /** Rows the source has; null: not known. The same as `held`: said once. */
  known: number | null;
  /** The source could not say all: 'at least'. */
  isKnownPartial: boolean;
  /** Epoch ms of the last complete reading; null: never. */
  readAt: number | null;
};

const icons: Record<Freshness['state'], LucideIcon> = {
  current: CircleCheck,
  reading: Loader,
  paused: Pause,
  waits: Clock,
  'signed-out': Lock,
  failed: CloudOff,
};

function heldOfKnown({ held, known, isKnownPartial }: Freshness): string {
  const heldText = held.toLocaleString('en');
  if (known === null || known === held) return heldText;
  return `${heldText} of ${isKnownPartial ? 'at least ' : ''}${known.toLocaleString('en')}`;
}

export function FreshnessItem({ freshness }: { freshness: Freshness }) {
  const { name, state, trouble, readAt } = freshness;
  const Icon = icons[state];
  return (
    <li className={classes['item']} data-state={state}>
      {state === 'current' ? (
        <span className={classes['dot']} />
      ) : (
        <Icon size={13} aria-hidden className={classes['mark']} />
      )}
      <span className={classes['name']}>
        <InertText text={name} />
      </span>
      {trouble === null ? (
        <span className={classes['held']}>{heldOfKnown(freshness)}</span>
      ) : (
        <span className={classes['trouble']}>
          <InertText text={trouble} />
        </span>
      )}
      {readAt === null ? null : (
        <span className={classes['age']}>
          {trouble === null ? (
            <RelativeTime at={readAt} />
          ) : (
            <>
              rows <RelativeTime at={readAt} form="age" /> old
            </>
          )}
        </span>
      )}
    </li>
  );
}
