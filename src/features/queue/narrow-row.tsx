import { memo } from 'react';
import { formatRef } from '#domain/case.ts';
import { VendorBadge } from '#ui/marks/badges.tsx';
import { SeverityMark } from '#ui/marks/severity-mark.tsx';
import { StatusLabel } from '#ui/marks/status-label.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import { RelativeTime } from '#ui/time/relative-time.tsx';
import classes from './narrow-row.module.css';
import type { QueueRowLineProps } from './queue-row.tsx';
import { RowMark } from './row-mark.tsx';

/** Two lines for a narrow screen: what it is; whose, in what state, how old. One tap opens it. */
export const NarrowRowLine = memo(function NarrowRowLine(props: QueueRowLineProps) {
  const { row, index, names, actions } = props;
  const place = { transform: `translateY(${props.topPx}px)`, height: props.heightPx };
  if (row === undefined || row === null)
    return (
      <div
        role="row"
        aria-rowindex={index + 2}
        className={classes['row']}
        style={place}
        aria-busy={row === undefined}
      >
        <div role="gridcell" className={classes['empty']}>
          {row === null ? 'No longer at the vendor' : null}
        </div>
      </div>
    );
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the grid
    <div
      role="row"
      id={`row-${index}`}
      aria-rowindex={index + 2}
      aria-selected={props.isSelected}
      data-ref={formatRef(row)}
      data-cursor={props.isCursor || undefined}
      className={classes['row']}
      style={place}
      onClick={() => actions.open(index, row)}
    >
      <div role="gridcell" className={classes['cell']}>
        <SeverityMark severity={row.severity.value} word={row.severity.raw} />
        <span className={classes['title']} data-unread={row.status.value === 'new' || undefined}>
          <InertText text={row.title} />
        </span>
        <span className={classes['line']}>
          <VendorBadge name={names.get(row.connectionId)?.badge ?? row.connectionId} />
          <span className={classes['number']}>{row.number}</span>
          <StatusLabel status={row.status.value} word={row.status.raw} />
          <span className={classes['who']}>{row.assignee?.name ?? 'Unassigned'}</span>
          <RowMark mark={props.mark} />
          <span className={classes['age']}>
            <RelativeTime at={row.updatedAt} form="short" />
          </span>
        </span>
      </div>
    </div>
  );
});
