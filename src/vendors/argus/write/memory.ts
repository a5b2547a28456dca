import type { Change, FieldValues, Verdict } from '#domain/command.ts';
import { judgeWrite } from '#http/judge-write.ts';
import { isKept } from './fields.ts';

/** What was there before a change left, kept until it is seen. Lost with the page: nothing depends on it but precision. */
export type Memory = {
  setBefore: (id: string, change: Change, fresh: FieldValues) => void;
  /** Comments with the same words that are somebody's earlier ones. The first to be noted stay, whatever is sent again. */
  setEarlier: (id: string, change: Change, commentIds: readonly string[]) => void;
  /** Without those. */
  onlyNew: (id: string, change: Change, commentIds: readonly string[]) => readonly string[];
  /** Compares what stands there with what was wanted and with what was there. */
  judge: (id: string, change: Change, want: FieldValues, after: FieldValues) => Verdict;
};

export function createMemory(): Memory {
  const befores = new Map<string, FieldValues>();
  const earlier = new Map<string, ReadonlySet<string>>();

  return {
    setBefore: (id, change, fresh) => void befores.set(keyOf(id, change), fresh),
    setEarlier(id, change, commentIds) {
      const key = keyOf(id, change);
      if (!earlier.has(key)) earlier.set(key, new Set(commentIds));
    },
    onlyNew(id, change, commentIds) {
      const known = earlier.get(keyOf(id, change));
      return commentIds.filter(commentId => known?.has(commentId) !== true);
    },
    judge(id, change, want, after) {
      const key = keyOf(id, change);
      const kept = (field: string) => isKept(field, want[field] ?? '', after[field] ?? '');
      const wanted = Object.fromEntries(
        Object.entries(want).map(([field, value]) => [field, kept(field) ? (after[field] ?? '') : value]),
      );
      const verdict = judgeWrite(wanted, after, befores.get(key) ?? null);
      if (verdict.kind === 'applied') {
        befores.delete(key);
        earlier.delete(key);
      }
      return verdict;
    },
  };
}

function keyOf(id: string, change: Change): string {
  return `${id} ${JSON.stringify(change)}`;
}
