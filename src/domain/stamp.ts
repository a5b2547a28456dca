/** How much of a vendor's time is said. 'day': it has no clock time and no zone moves it. */
export type Precision = 'day' | 'minute' | 'second' | 'millisecond' | 'microsecond';

/** A vendor's time as it stands there, beside what it means. */
export type Stamp = {
  /** Epoch ms, UTC; of a day: its midnight as UTC, to be shown in UTC whatever the analyst's zone. */
  at: number;
  precision: Precision;
  /** The vendor's own text or number, untouched. */
  original: string;
  /** The zone the vendor gives it in: 'UTC', '+02:00', 'server time'. */
  zone: string;
  /** A sentence where it may be off: 'The server writes its local time and calls it GMT.' Else null. */
  doubt: string | null;
  /** By how much it may be off, ms; with `doubt`. */
  doubtMs?: number;
};
