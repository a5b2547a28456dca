import * as v from 'valibot';
import type { Stamp } from '#domain/stamp.ts';
import { isRecord, number, readText } from '../wire-parts.ts';
import { stamp } from './stamp.ts';

export type Score = {
  stamp: Stamp | null;
  /** null: not said. */
  value: number | null;
  reasons: readonly string[];
};

/** The key that holds the score itself is not documented. */
const scoreKeys = ['score', 'to', 'new_score', 'case_score', 'incident_score', 'value'];

export function readScores(items: readonly unknown[]): Score[] {
  return items.filter(isRecord).map(item => {
    const values = scoreKeys.map(key => v.parse(number, item[key]));
    const reasons = Array.isArray(item['reasons']) ? item['reasons'] : [item['reasons'] ?? item['reason']];
    return {
      stamp: v.parse(stamp, item['timestamp']),
      value: values.find(value => value !== null) ?? null,
      reasons: reasons.map(reasonOf).filter(reason => reason !== ''),
    };
  });
}

function reasonOf(reason: unknown): string {
  if (!isRecord(reason)) return readText(reason);
  return readText(reason['reason']) || readText(reason['description']) || readText(reason['name']);
}
