import type { DetailField } from '#domain/case.ts';
import type { Block, Cell, Column, Observable, TableRow } from '#domain/section.ts';
import type { Stamp } from '#domain/stamp.ts';

/** The cells that there is something for. */
export function cellsOf(cells: Readonly<Record<string, Cell | null>>): Record<string, Cell> {
  return Object.fromEntries(Object.entries(cells).filter((pair): pair is [string, Cell] => pair[1] !== null));
}

export function textCell(text: string | null, support?: string | null): Cell | null {
  if (isBlank(text)) return null;
  return isBlank(support) ? { kind: 'text', text } : { kind: 'text', text, support };
}

export function instantCell(stamp: Stamp | null): Cell | null {
  return stamp === null ? null : { kind: 'instant', stamp };
}

export function observablesCell(observables: readonly Observable[]): Cell | null {
  const [first, ...more] = observables;
  if (first === undefined) return null;
  return more.length === 0 ? { kind: 'observable', observable: first } : { kind: 'observables', observables };
}

/** 'a,b' */
export function tagsCell(text: string | null): Cell | null {
  const tags = toTags(text);
  return tags.length === 0 ? null : { kind: 'tags', tags };
}

export function toTags(text: string | null): string[] {
  const tags = (text ?? '').split(',').map(tag => tag.trim());
  return [...new Set(tags.filter(tag => tag !== ''))];
}

export function textField(
  label: string,
  text: string | null,
  kind: 'text' | 'mono' = 'text',
): DetailField | null {
  return isBlank(text) ? null : { label, text, kind };
}

export function instantField(label: string, stamp: Stamp | null): DetailField | null {
  if (stamp === null) return null;
  if (stamp.precision === 'day') return { label, text: dayText(stamp), kind: 'text' };
  return { label, text: stamp.original, kind: 'instant', at: stamp.at };
}

/** '2026-11-22' in every zone. */
export function dayText(stamp: Stamp): string {
  return new Date(stamp.at).toISOString().slice(0, 10);
}

/** A block of the fields that there is something for; none where there is nothing. */
export function fieldsBlock(
  key: string,
  title: string | null,
  fields: readonly (DetailField | null)[],
): Block[] {
  const there = fields.filter(field => field !== null);
  return there.length === 0 ? [] : [{ kind: 'fields', key, title, fields: there }];
}

export function markdownBlock(key: string, title: string | null, text: string | null): Block[] {
  return isBlank(text) ? [] : [{ kind: 'text', key, title, text: { format: 'markdown', text } }];
}

/** A table; none where it has no rows. */
export function tableBlock(
  key: string,
  title: string | null,
  columns: readonly Column[],
  rows: readonly TableRow[],
): Block[] {
  return rows.length === 0 ? [] : [{ kind: 'table', key, title, columns, rows }];
}

/** IRIS sent something among the records that is none. */
export function lostNotice(lost: number, what: string): Block[] {
  if (lost === 0) return [];
  const [is, were] = lost === 1 ? ['is', 'it was'] : ['are', 'they were'];
  return [
    {
      kind: 'notice',
      key: 'lost',
      text: `${lost} of these ${what} ${is} left out: ${were} not readable in the answer of IRIS.`,
    },
  ];
}

function isBlank(text: string | null | undefined): text is null | undefined | '' {
  return text === null || text === undefined || text.trim() === '';
}
