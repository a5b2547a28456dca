import type { QueueIndex } from '#index-worker/queue-index.ts';
import { findAlike } from './alike.ts';
import type { Engine } from './engine-port.ts';

type Questions = 'open' | 'window' | 'drift' | 'refs' | 'positionOf' | 'alike' | 'row' | 'count';

/** What a screen asks of the rows that are held. */
export function createIndexQuestions(index: QueueIndex): Pick<Engine, Questions> {
  return {
    open: async (query, offset, limit) => {
      const result = index.open(query);
      const window = index.window(result.resultId, offset, limit);
      return { result, window: window ?? { resultId: result.resultId, offset, rows: [] } };
    },
    window: async (resultId, offset, limit) => index.window(resultId, offset, limit),
    drift: async resultId => index.drift(resultId) ?? { added: 0, removed: 0 },
    refs: async (resultId, from, to) => index.refsOf(resultId, from, to + 1),
    positionOf: async (resultId, ref) => index.positionOf(resultId, ref),
    alike: async (resultId, ref) => findAlike(index, resultId, ref),
    row: async ref => index.get(ref),
    count: async query => {
      const { resultId, total } = index.open(query);
      index.close(resultId);
      return total;
    },
  };
}
