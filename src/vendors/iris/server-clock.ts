/**
 * IRIS calls Python's `now()` where it dates comments, tasks, evidence and files, and `utcnow()` everywhere else. A
 * server outside UTC so keeps two clocks, and labels both GMT.
 */

/** Is this a name that every browser knows, like 'Europe/Oslo' or 'UTC'? */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** How far the zone's clocks are ahead of UTC at an instant, ms. */
function offsetAt(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find(candidate => candidate.type === type)?.value);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(at / 1000) * 1000;
}

/** The instant at which a clock of the zone shows `wall`; of an hour that comes twice, one of both. */
export function fromWallClock(zone: string, wall: number): { at: number; offsetMs: number } {
  const near = wall - offsetAt(zone, wall);
  const offsetMs = offsetAt(zone, near);
  return { at: wall - offsetMs, offsetMs };
}

/** '+05:30'; 'UTC' for none. */
export function formatOffset(offsetMs: number): string {
  if (offsetMs === 0) return 'UTC';
  const minutes = Math.abs(offsetMs) / 60_000;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${offsetMs < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
