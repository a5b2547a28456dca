import type { ReactNode } from 'react';
import classes from './status-glyph.module.css';

export type StatusName =
  | 'new'
  | 'open'
  | 'in-progress'
  | 'pending'
  | 'resolved'
  | 'cancelled'
  | 'closed'
  | 'archived'
  | 'other';

const names: Record<StatusName, string> = {
  new: 'New',
  open: 'Open',
  'in-progress': 'In progress',
  pending: 'Pending',
  resolved: 'Resolved',
  cancelled: 'Cancelled',
  closed: 'Closed',
  archived: 'Archived',
  other: 'Other status',
};

const ring = <circle cx="7" cy="7" r="5.2" fill="none" stroke="currentColor" strokeWidth="1.5" />;

const shapes: Record<StatusName, ReactNode> = {
  new: (
    <>
      <circle
        cx="7"
        cy="7"
        r="5.4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray="2.3 1.94"
      />
      <circle cx="7" cy="7" r="2" fill="currentColor" />
    </>
  ),
  open: ring,
  'in-progress': (
    <>
      {ring}
      <path d="M7 3.6a3.4 3.4 0 0 1 0 6.8z" fill="currentColor" />
    </>
  ),
  pending: (
    <>
      {ring}
      <path d="M5.6 4.9v4.2M8.4 4.9v4.2" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />
    </>
  ),
  resolved: (
    <>
      {ring}
      <path
        d="m4.7 7.2 1.6 1.6 3-3.3"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
      />
    </>
  ),
  closed: (
    <>
      <circle cx="7" cy="7" r="6" fill="currentColor" />
      <path d="m4.3 7.2 1.8 1.8 3.5-3.8" className={classes['ink']} strokeWidth="1.5" strokeLinecap="round" />
    </>
  ),
  cancelled: (
    <>
      {ring}
      <path d="m3.5 10.5 7-7" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
  archived: (
    <path
      d="M1.6 2.4h10.8v2.8H1.6zm.9 2.8v6.4h9V5.2M5.4 7.6h3.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinejoin="round"
    />
  ),
  other: (
    <>
      {ring}
      <path
        d="M5.5 5.6a1.5 1.5 0 1 1 2.2 1.3c-.5.3-.7.5-.7 1"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.2"
        strokeLinecap="round"
      />
      <circle cx="7" cy="9.6" r=".8" fill="currentColor" />
    </>
  ),
};

type StatusGlyphProps = {
  status: StatusName;
  sizePx?: number;
  /** Where the name stands beside the glyph already. */
  isDecoration?: boolean;
};

/** Our normalised status. The vendor's own word belongs beside it: see StatusLabel. */
export function StatusGlyph({ status, sizePx = 14, isDecoration = false }: StatusGlyphProps) {
  return (
    <span
      className={classes['glyph']}
      data-status={status}
      {...(isDecoration
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': names[status], title: names[status] })}
    >
      <svg width={sizePx} height={sizePx} viewBox="0 0 14 14" aria-hidden>
        {shapes[status]}
      </svg>
    </span>
  );
}

export function statusName(status: StatusName): string {
  return names[status];
}
