import * as v from 'valibot';
import type { Stamp } from '#domain/stamp.ts';
import { personOf } from '../people.ts';
import { isRecord, readText } from '../wire-parts.ts';
import { stamp } from './stamp.ts';

/** One change of a field, whatever the keys were called. */
export type Activity = {
  field: string;
  stamp: Stamp | null;
  /** null: the machine, or not said. */
  actor: string | null;
  /** null: not said. '': there was none. */
  from: string | null;
  to: string | null;
};

/** What the documents do not name: who did it, and what was before. */
const actorKey = /^(user|user_?name|user_?id|actor|by|modified_by(_name)?|created_by(_name)?|email)$/i;
const previousKey = /^(from|old|prev|previous|before)(_?(value|val))?$/i;
const nextKey = /^(to|new|after|current)(_?(value|val))?$/i;

export function readActivities(items: readonly unknown[], names: ReadonlyMap<string, string>): Activity[] {
  return items.filter(isRecord).map(item => {
    const field = readText(item['field']);
    const isPerson = field === 'assignee' || field === 'assignee_name';
    const say = (key: RegExp) => {
      const found = Object.keys(item).find(name => key.test(name));
      if (found === undefined) return null;
      const value = sayValue(item[found]);
      return isPerson ? (personOf(value, names) ?? value) : value;
    };
    const actor = Object.keys(item).find(name => actorKey.test(name) && sayValue(item[name]) !== '');
    return {
      field,
      stamp: v.parse(stamp, item['timestamp']),
      actor: actor === undefined ? null : personOf(sayValue(item[actor]), names),
      from: say(previousKey),
      to: say(nextKey),
    };
  });
}

/** A list as its members; a change of tags as what came and went; a person as a name. */
function sayValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(sayValue).filter(Boolean).join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (!isRecord(value)) return readText(value);
  const name = ['name', 'email', 'user_id', 'value'].map(key => readText(value[key])).find(Boolean);
  if (name !== undefined) return name;
  return Object.entries(value)
    .map(([key, item]) => [key, sayValue(item)] as const)
    .filter(([, said]) => said !== '')
    .map(([key, said]) => `${key} ${said}`)
    .join(', ');
}
