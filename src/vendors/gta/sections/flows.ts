import type { Block, Cell, Column, Observable } from '#domain/section.ts';
import { toStamp } from '../stamp.ts';
import { distinct, toAddress } from './observable.ts';

type Flow = Readonly<Record<string, unknown>>;

const mostColumns = 40;
/** What the row stands under already. */
const known = new Set(['id', 'networkSecurityEventId']);

/** Whatever keys a flow has: which these are is published nowhere. */
export function toFlowBlocks(flows: readonly Flow[], isCut: boolean): Block[] {
  if (flows.length === 0)
    return [{ kind: 'notice', key: 'no-flows', text: 'No flows of this event are kept.' }];
  const keys = [...new Set(flows.flatMap(flow => Object.keys(flow)))].filter(key => !known.has(key));
  const shown = [...keys.filter(isTime), ...keys.filter(key => !isTime(key))].slice(0, mostColumns);
  const columns: Column[] = shown.map(key => ({
    id: key,
    title: key,
    isNumeric: flows.every(flow => typeof flow[key] === 'number'),
  }));
  const rows = flows.map((flow, index) => ({
    id: `flow ${index}`,
    cells: Object.fromEntries(
      shown.flatMap((key): [string, Cell][] => {
        const cell = toCell(key, flow[key]);
        return cell === null ? [] : [[key, cell]];
      }),
    ),
  }));
  const table: Block = { kind: 'table', key: 'flows', title: 'Flows', columns, rows };
  return isCut
    ? [table, { kind: 'notice', key: 'more-flows', text: 'The first 1,000 flows are shown; there are more.' }]
    : [table];
}

export function toFlowObservables(flows: readonly Flow[]): Observable[] {
  return distinct(
    flows.flatMap(flow =>
      Object.entries(flow).flatMap(([key, value]) =>
        typeof value === 'string' ? (toAddress(value, key) ?? []) : [],
      ),
    ),
  );
}

function toCell(key: string, value: unknown): Cell | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return { kind: 'number', value, text: String(value) };
  if (typeof value !== 'string') return { kind: 'mono', text: JSON.stringify(value) };
  const observable = toAddress(value, key);
  if (observable !== null) return { kind: 'observable', observable };
  const stamp = toStamp(value);
  return stamp === null ? { kind: 'text', text: value } : { kind: 'instant', stamp };
}

/** `timeStamp`, with a capital S. */
function isTime(key: string): boolean {
  return /time|date|[a-z]At$/i.test(key);
}
