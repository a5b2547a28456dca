import {
  Ban,
  CircleCheck,
  Clock,
  Loader,
  Lock,
  type LucideIcon,
  Pause,
  ShieldQuestion,
  X,
} from 'lucide-react';
import type { Health } from '#domain/sync-state.ts';
import type { HealthWords } from '#store/describe-health.ts';
import classes from './connection-card.module.css';

const icons: Record<Health['kind'], LucideIcon> = {
  waiting: Loader,
  healthy: CircleCheck,
  reading: CircleCheck,
  paused: Pause,
  'signed-out': Lock,
  'rate-limited': Clock,
  'not-reachable': X,
  'not-understood': ShieldQuestion,
  refused: Ban,
};

export function HealthLine({ kind, words }: { kind: Health['kind']; words: HealthWords }) {
  const Icon = icons[kind];
  return (
    <p className={classes['health']} data-tone={words.tone}>
      <Icon size={14} strokeWidth={2.25} aria-hidden />
      <span>{words.title}</span>
    </p>
  );
}
