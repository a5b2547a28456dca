import type { WireChange, WireTransaction } from './history-wire.ts';
import { spellOut } from './words.ts';

/** One field of a transaction: what it was and what it became, as text; '' for nothing. */
export type Change = { field: string; before: string; after: string };

export function toChanges({ changes }: WireTransaction): Change[] {
  return changes.map(change => ({
    field: change.field?.trim() || change.objectType?.trim() || 'something',
    before: sayValue(change.previousValue, change.previousObject),
    after: sayValue(change.value, change.object),
  }));
}

/** `value` is the text of `object`; either may be missing. */
function sayValue(value: WireChange['value'], object: WireChange['object']): string {
  return say(value) || say(object);
}

function say(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  for (const key of ['name', 'userName', 'shortName', 'value'])
    if (key in value) {
      const named: unknown = Reflect.get(value, key);
      if (typeof named === 'string' && named !== '') return named;
    }
  return JSON.stringify(value);
}

const longest = 60;

/** 'priority medium to critical'. A text that is long is in the table; here it only changed. */
export function sayChange(change: Change): string {
  return `${spellOut(change.field)} ${sayStep(change)}`;
}

export function sayStep({ before, after }: Change): string {
  if (before.length > longest || after.length > longest) return 'rewritten';
  if (before === after) return 'touched';
  if (before === '') return after;
  return after === '' ? `${before} taken away` : `${before} to ${after}`;
}
