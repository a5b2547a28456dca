import type { DetailField } from '#domain/case.ts';
import type { Stamp } from '#domain/stamp.ts';

type Labelled = readonly [label: string, value: string | Stamp | null | undefined, kind?: 'mono'];

/** Labelled values, those that the service left empty left out. */
export function fieldsOf(fields: readonly Labelled[]): DetailField[] {
  return fields.flatMap(([label, value, kind]): DetailField[] => {
    if (value === null || value === undefined) return [];
    if (typeof value === 'object')
      return [{ label, text: new Date(value.at).toISOString(), kind: 'instant', at: value.at }];
    return value.trim() === '' ? [] : [{ label, text: value, kind: kind ?? 'text' }];
  });
}
