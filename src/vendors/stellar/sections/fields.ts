import type { DetailField } from '#domain/case.ts';
import type { Stamp } from '#domain/stamp.ts';

type Labelled = readonly [label: string, value: string | number | Stamp | null, kind?: 'mono'];

/** Labelled values of a row, those that the vendor left empty left out. */
export function fieldsOf(fields: readonly Labelled[]): DetailField[] {
  return fields.flatMap(([label, value, kind]): DetailField[] => {
    if (value === null) return [];
    if (typeof value === 'object')
      return [{ label, text: new Date(value.at).toISOString(), kind: 'instant', at: value.at }];
    const text = String(value).trim();
    return text === '' ? [] : [{ label, text, kind: kind ?? 'text' }];
  });
}
