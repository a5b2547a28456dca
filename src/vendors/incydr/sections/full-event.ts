import * as v from 'valibot';
import type { DetailField } from '#domain/case.ts';
import type { Block, ItemDetail } from '#domain/section.ts';
import { notUnderstood } from '../errors.ts';
import { toEventFields } from './event-fields.ts';
import { toEventObservables } from './event-observables.ts';
import { type WireIndicator, wireIndicators } from './file-events-wire.ts';

const anObject = v.record(v.string(), v.unknown());

/** Groups of the second format, in reading order, under which its parts stand. Others follow as they come. */
const titles: Readonly<Record<string, string>> = {
  event: 'Event',
  user: 'User',
  file: 'File',
  source: 'Source',
  destination: 'Destination',
  process: 'Process',
  risk: 'Risk',
  git: 'Git',
  report: 'Report',
  responseControls: 'Response controls',
};

/**
 * A file event whole: every value that it holds, group by group. The second format is nested; old events may come flat,
 * in the first one, and then stand under Event.
 */
export function toEventDetail(body: unknown): ItemDetail {
  const parsed = v.safeParse(anObject, body);
  if (!parsed.success || Array.isArray(body)) throw notUnderstood('a file event');
  const event = parsed.output;
  const loose: [string, unknown][] = [];
  const groups = new Map<string, Record<string, unknown>>(Object.keys(titles).map(key => [key, {}]));
  for (const [key, value] of Object.entries(event)) {
    const group = v.safeParse(anObject, value);
    if (group.success && !Array.isArray(value)) groups.set(key, group.output);
    else loose.push([key, value]);
  }
  groups.set('event', { ...Object.fromEntries(loose), ...groups.get('event') });
  const blocks = [...groups].flatMap(([key, group]) => toBlocks(key, group));
  if (blocks.length === 0)
    blocks.push({ kind: 'notice', key: 'empty', text: 'Incydr says nothing more of this event.' });
  return { blocks, observables: toEventObservables(event) };
}

function toBlocks(key: string, group: Record<string, unknown>): Block[] {
  const { indicators, ...rest } = group;
  const isRisk = key === 'risk';
  const fields: DetailField[] = toEventFields(isRisk ? rest : group);
  const rows = isRisk ? v.parse(wireIndicators, indicators ?? []) : [];
  return [
    ...(fields.length === 0 ? [] : [{ kind: 'fields' as const, key, title: titles[key] ?? key, fields }]),
    ...(rows.length === 0 ? [] : [toIndicatorTable(rows)]),
  ];
}

function toIndicatorTable(indicators: readonly WireIndicator[]): Block {
  return {
    kind: 'table',
    key: 'indicators',
    title: 'Risk indicators',
    columns: [
      { id: 'name', title: 'Indicator' },
      { id: 'weight', title: 'Weight', isNumeric: true },
    ],
    rows: indicators.map(({ name, weight }, index) => ({
      id: String(index + 1),
      cells: {
        name: { kind: 'text', text: name },
        ...(weight === null ? {} : { weight: { kind: 'number', value: weight, text: String(weight) } }),
      },
    })),
  };
}
