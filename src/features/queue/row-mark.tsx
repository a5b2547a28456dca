import { Clock, TriangleAlert } from 'lucide-react';
import classes from './row-mark.module.css';
import type { ShownRow } from './shown-row.ts';

const titles = {
  queued: 'Shown as it is meant to be; the vendor does not have it yet',
  'not saved': 'A change of this record was not saved: the outbox says why',
} as const;

/** Beside a title: what is shown is not at the vendor yet, or a change did not get there. */
export function RowMark({ mark }: { mark: ShownRow['mark'] }) {
  if (mark === null) return null;
  const Icon = mark === 'queued' ? Clock : TriangleAlert;
  return (
    <span className={classes['mark']} data-mark={mark} title={titles[mark]}>
      <Icon size={11} aria-hidden /> {mark}
    </span>
  );
}
