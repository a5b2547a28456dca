import type { ReactNode } from 'react';
import classes from './severity-mark.module.css';

export type SeverityName = 'critical' | 'high' | 'medium' | 'low' | 'info' | 'unknown';

const names: Record<SeverityName, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Info',
  unknown: 'Unknown severity',
};

// Each severity has its own silhouette and fill, so that they stay apart without colour.
const shapes: Record<SeverityName, ReactNode> = {
  critical: (
    <>
      <path d="M4.4.8h5.2l3.6 3.6v5.2l-3.6 3.6H4.4L.8 9.6V4.4z" fill="currentColor" />
      <path d="M7 3.6v4.1" className={classes['ink']} strokeWidth="1.7" strokeLinecap="round" />
      <circle cx="7" cy="10.2" r="1" className={classes['inkDot']} />
    </>
  ),
  high: <path d="M7 1 13.4 12.6H.6z" fill="currentColor" strokeLinejoin="round" />,
  medium: (
    <>
      <path d="M7 1.2 12.8 7 7 12.8 1.2 7z" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M7 1.2v11.6L1.2 7z" fill="currentColor" />
    </>
  ),
  low: (
    <path
      d="M1.6 2.6h10.8L7 12z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinejoin="round"
    />
  ),
  info: <circle cx="7" cy="7" r="2.4" fill="currentColor" />,
  unknown: (
    <circle
      cx="7"
      cy="7"
      r="4.9"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeDasharray="2.2 1.65"
    />
  ),
};

type SeverityMarkProps = {
  severity: SeverityName;
  /** The vendor's own word, added to the accessible name where it says something else. */
  word?: string;
  sizePx?: number;
  /** Where the name stands beside the mark already. */
  isDecoration?: boolean;
};

export function SeverityMark({ severity, word = '', sizePx = 14, isDecoration = false }: SeverityMarkProps) {
  const isSame = word === '' || word.toLowerCase() === names[severity].toLowerCase();
  const name = isSame ? names[severity] : `${names[severity]} (${word})`;
  return (
    <span
      className={classes['mark']}
      data-severity={severity}
      {...(isDecoration ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name })}
    >
      <svg width={sizePx} height={sizePx} viewBox="0 0 14 14" aria-hidden>
        {shapes[severity]}
      </svg>
    </span>
  );
}
