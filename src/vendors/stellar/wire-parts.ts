import * as v from 'valibot';

const secondsEnd = 1e11;
/** Beyond it a Date is invalid. */
const lastInstant = 8.64e15;

/** A value that should be text: numbers become text, all else ''. */
export const text = v.optional(v.pipe(v.unknown(), v.transform(readText)), '');
export const number = v.optional(v.pipe(v.unknown(), v.transform(readNumber)), null);
export const instant = v.optional(v.pipe(v.unknown(), v.transform(readInstant)), null);
/** A list of texts; one text alone is a list of one. */
export const words = v.optional(v.pipe(v.unknown(), v.transform(readWords)), []);

/** An object within an answer: whatever stands there instead of one is an empty one. */
export function part<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.optional(v.pipe(v.unknown(), v.transform(readRecord), v.object(entries)), {});
}

/** A list of objects: whatever stands there instead of one is an empty one. */
export function list<const Entries extends v.ObjectEntries>(entries: Entries) {
  const item = v.pipe(v.unknown(), v.transform(readRecord), v.object(entries));
  return v.optional(v.pipe(v.unknown(), v.transform(readList), v.array(item)), []);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function readText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

function readNumber(value: unknown): number | null {
  if (typeof value === 'boolean') return Number(value);
  if (value === null || value === '' || typeof value === 'object') return null;
  const read = Number(value);
  return Number.isFinite(read) ? read : null;
}

/** Milliseconds as a rule; seconds and ISO text were seen. 0 is 'never'. */
export function readInstant(value: unknown): number | null {
  const read = readNumber(value) ?? (typeof value === 'string' ? parseIso(value) : Number.NaN);
  if (!Number.isFinite(read) || read <= 0) return null;
  const ms = Math.round(isInSeconds(read) ? read * 1000 : read);
  return ms <= lastInstant ? ms : null;
}

/** A text without a zone is UTC, as all instants of this API are. */
function parseIso(value: string): number {
  const hasZone = /(Z|[+-]\d\d:?\d\d)$/i.test(value) || !value.includes(':');
  return Date.parse(hasZone ? value : `${value}Z`);
}

export function isInSeconds(value: number): boolean {
  return value < secondsEnd;
}

function readWords(value: unknown): string[] {
  const items = Array.isArray(value) ? value : [value];
  return items.map(readText).filter(word => word !== '');
}

function readRecord(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function readList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
