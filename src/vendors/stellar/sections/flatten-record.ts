import type { DetailField } from '#domain/case.ts';
import { isRecord, readInstant } from '../wire-parts.ts';

const mostFields = 1000;
const mostDepth = 12;

/** A whole document as labelled values: 'email.from.address'. What is beyond the bounds stands in the raw view. */
export function flattenRecord(record: unknown): DetailField[] {
  const fields: DetailField[] = [];

  function add(path: string, value: unknown, depth: number): void {
    if (fields.length >= mostFields || value === null || value === undefined || value === '') return;
    for (const [key, item] of depth < mostDepth ? partsOf(path, value) : []) add(key, item, depth + 1);
    if (isNested(value) && depth < mostDepth) return;
    const field = toField(path, value);
    if (field !== null) fields.push(field);
  }

  add('', record, 0);
  return fields;
}

/** A list of plain values is one value. */
function isNested(value: unknown): boolean {
  return Array.isArray(value)
    ? value.some(item => typeof item === 'object' && item !== null)
    : isRecord(value);
}

function partsOf(path: string, value: unknown): [string, unknown][] {
  if (!isNested(value)) return [];
  if (Array.isArray(value)) return value.map((item, index) => [`${path}[${index}]`, item]);
  return Object.entries(value as object).map(([key, item]) => [path === '' ? key : `${path}.${key}`, item]);
}

function toField(label: string, value: unknown): DetailField | null {
  if (isEpochMs(label, value)) {
    const at = readInstant(value);
    if (at !== null) return { label, text: new Date(at).toISOString(), kind: 'instant', at };
  }
  if (isNested(value)) return { label, text: '…', kind: 'text' };
  const text = Array.isArray(value) ? value.map(String).join(', ') : String(value);
  return text === '' ? null : { label, text, kind: 'text' };
}

/** 'timestamp', 'write_time', 'alert_time': a count of milliseconds, unlike 'detection_time', which is a span. */
function isEpochMs(label: string, value: unknown): boolean {
  return /time(stamp)?$/.test(label) && typeof value === 'number' && value > 1e12 && value < 1e13;
}
