const units: Readonly<Record<string, number>> = {
  second: 1_000,
  minute: 60_000,
  m: 60_000,
  hour: 3_600_000,
  h: 3_600_000,
  day: 86_400_000,
  d: 86_400_000,
  week: 604_800_000,
  w: 604_800_000,
};

/**
 * A point in time as Argus takes it: epoch ms, ISO 8601 in UTC ("Z" only), or words such as "now", "-24hours",
 * "-14d", "-1 day". Null: not a time.
 */
export function readTime(value: number | string, now: number): number | null {
  if (typeof value === 'number') return Number.isInteger(value) ? value : null;
  if (value === 'now') return now;
  if (/^\d+$/.test(value)) return Number(value);
  const relative = /^([+-]?)(\d+) ?([a-z]+?)s?$/.exec(value);
  const unit = units[relative?.[3] ?? ''];
  if (relative !== null && unit !== undefined) {
    return now + (relative[1] === '-' ? -1 : 1) * Number(relative[2]) * unit;
  }
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) {
    const at = Date.parse(value);
    return Number.isNaN(at) ? null : at;
  }
  return null;
}
