import type { DetailField } from '#domain/case.ts';
import { formatBytes } from '#domain/format-bytes.ts';
import { toStamp } from '../stamp.ts';

/** Names whose values are ids, hashes, addresses or paths. */
const mono =
  /(id|uid|ip|hash|md5|sha\d+|path|url|uri|directory|executable|domain|email|checksum|address)s?$/i;

/** Every value of a part of an event, with a label made of its own name; what is null or empty is left out. */
export function toEventFields(group: Record<string, unknown>, above = ''): DetailField[] {
  return Object.entries(group).flatMap(([key, value]): DetailField[] => {
    const label = `${above} ${spellOut(key)}`.trim();
    if (Array.isArray(value)) return toList(label, key, value);
    if (typeof value === 'object' && value !== null)
      return toEventFields(value as Record<string, unknown>, label);
    const field = toField(label, key, value);
    return field === null ? [] : [field];
  });
}

function toField(label: string, key: string, value: unknown): DetailField | null {
  const named = label.charAt(0).toUpperCase() + label.slice(1) || 'Unnamed';
  if (typeof value === 'boolean') return { label: named, text: value ? 'Yes' : 'No', kind: 'text' };
  if (typeof value === 'number') {
    const isSize = /size(InBytes)?$/i.test(key) && value >= 0;
    const text = isSize ? `${formatBytes(value)} (${value.toLocaleString('en-GB')})` : String(value);
    return { label: named, text, kind: 'text' };
  }
  if (typeof value !== 'string' || value.trim() === '') return null;
  const stamp = toStamp(value);
  if (stamp !== null) return { label: named, text: value, kind: 'instant', at: stamp.at };
  return { label: named, text: value, kind: mono.test(key) ? 'mono' : 'text' };
}

/** Plain values in one field; records one by one. */
function toList(label: string, key: string, values: readonly unknown[]): DetailField[] {
  const plain = values.filter(value => typeof value !== 'object' || value === null);
  const records = values.filter(value => typeof value === 'object' && value !== null);
  const field = toField(
    label,
    key,
    plain
      .map(value => String(value ?? ''))
      .filter(Boolean)
      .join(', '),
  );
  return [
    ...(field === null ? [] : [field]),
    ...records.flatMap((record, index) =>
      toEventFields(
        Array.isArray(record) ? { values: record } : (record as Record<string, unknown>),
        records.length === 1 ? label : `${label} ${index + 1}`,
      ),
    ),
  ];
}

/** 'sizeInBytes' as people write it: 'size in bytes'; '@timestamp': 'timestamp'. */
function spellOut(key: string): string {
  return key
    .replace(/^@/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase();
}
