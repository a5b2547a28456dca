import type { CaseRef, QueueRow } from '#domain/case.ts';
import type { FacetCounts, IndexQuery } from '#domain/queue-index.ts';
import { assigneeMe } from '#domain/view.ts';
import type { Engine } from '../engine/engine-port.ts';
import { keepSameCounts, keepSameRows } from './keep-same.ts';

const blockSize = 100;

/** What the screen draws. A new object whenever something of it changed. */
export type QueueSnapshot = {
  resultId: number | null;
  /** Counts the questions: rows of another question begin at the top, a renewed order stays where it is. */
  opening: number;
  total: number;
  facets: FacetCounts | null;
  /** Rows that wait behind the "N new" pill. */
  added: number;
  /** Rows by place, as far as they are here. null: deleted since; undefined: not here yet. */
  rowAt: (index: number) => QueueRow | null | undefined;
  /** The query these rows answer; while a new one is on its way the old rows stay. */
  query: IndexQuery | null;
};

/**
 * One open queue: a frozen order in the worker and the blocks of it that the screen looked at. Live changes refresh
 * the values of rows in view; new rows wait for the analyst, except while the first read still fills an untouched list.
 */
export type QueueSession = {
  getSnapshot: () => QueueSnapshot;
  subscribe: (listener: () => void) => () => void;
  open: (query: IndexQuery) => Promise<void>;
  /**
   * The same question, but it is known now who asks it. Cursor, scroll and selection stay; under somebody's hands the
   * order stays too, unless it hangs on who asks.
   */
  learnWhoAsks: (query: IndexQuery) => Promise<void>;
  /** Fetches what is missing of a stretch. */
  need: (from: number, to: number) => void;
  /** Asks the same question again: what the pill does. */
  refresh: () => Promise<void>;
  /** The worker told something. `isFilling`: a first read is under way. */
  hear: (isFilling: boolean, haveRowsChanged: boolean) => Promise<void>;
  /** Another question is on its way: the rows that stand here are about to be replaced. */
  isReplacing: () => boolean;
  /** The analyst has moved, scrolled or selected: nothing may move by itself from now on. */
  touch: () => void;
  refs: (from: number, to: number) => Promise<readonly CaseRef[]>;
  positionOf: (ref: CaseRef) => Promise<number>;
  /** Records of this order made by the same rule as this one. */
  alike: (ref: CaseRef) => Promise<readonly CaseRef[]>;
};

export function createQueueSession(
  engine: Pick<Engine, 'open' | 'window' | 'drift' | 'refs' | 'alike' | 'positionOf'>,
): QueueSession {
  const listeners = new Set<() => void>();
  let blocks = new Map<number, readonly (QueueRow | null)[]>();
  const wanted = new Set<number>();
  let visible = { from: 0, to: blockSize - 1 };
  let isTouched = false;
  let isFollowing = true;
  let isReplacing = false;
  let opening = 0;
  let opened = 0;
  /** What was asked last; its answer may still be on the way. */
  let question: IndexQuery | null = null;
  let snapshot: QueueSnapshot = {
    resultId: null,
    opening: 0,
    total: 0,
    facets: null,
    added: 0,
    rowAt: () => undefined,
    query: null,
  };

  function publish(change: Partial<QueueSnapshot>): void {
    const held = blocks;
    snapshot = {
      ...snapshot,
      ...change,
      rowAt: index => held.get(Math.floor(index / blockSize))?.[index % blockSize],
    };
    for (const listener of listeners) listener();
  }

  async function ask(query: IndexQuery, offset: number): Promise<void> {
    const turn = ++opened;
    const first = Math.floor(offset / blockSize);
    const { result, window } = await engine.open(query, first * blockSize, blockSize);
    // A later question overtook this one.
    if (turn !== opened) return;
    isReplacing = false;
    blocks = new Map([[first, keepSameRows(blocks.get(first), window.rows)]]);
    wanted.clear();
    publish({
      resultId: result.resultId,
      opening,
      total: result.total,
      facets: keepSameCounts(snapshot.facets, result.facets),
      added: 0,
      query,
    });
    need(visible.from, visible.to);
  }

  async function fetchBlock(block: number): Promise<void> {
    const { resultId } = snapshot;
    if (resultId === null) return;
    const window = await engine.window(resultId, block * blockSize, blockSize);
    wanted.delete(block);
    if (resultId !== snapshot.resultId) return;
    if (window === null) return void (await refresh());
    blocks = new Map(blocks).set(block, keepSameRows(blocks.get(block), window.rows));
    publish({});
  }

  function need(from: number, to: number): void {
    visible = { from, to };
    const last = Math.floor(Math.min(to, snapshot.total - 1) / blockSize);
    for (let block = Math.max(0, Math.floor(from / blockSize)); block <= last; block += 1) {
      if (blocks.has(block) || wanted.has(block)) continue;
      wanted.add(block);
      void fetchBlock(block);
    }
  }

  async function refresh(): Promise<void> {
    if (question !== null) await ask(question, visible.from);
  }

  async function refreshValues(): Promise<void> {
    const first = Math.floor(visible.from / blockSize);
    const last = Math.floor(visible.to / blockSize);
    blocks = new Map([...blocks].filter(([block]) => block >= first && block <= last));
    await Promise.all([...blocks.keys()].map(fetchBlock));
  }

  return {
    getSnapshot: () => snapshot,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: async query => {
      visible = { from: 0, to: blockSize - 1 };
      isTouched = false;
      isFollowing = true;
      isReplacing = true;
      opening += 1;
      question = query;
      await ask(query, 0);
    },
    learnWhoAsks: async query => {
      question = query;
      const { include = [], exclude = [] } = query.facets.assignee ?? {};
      if (!isTouched || [...include, ...exclude].includes(assigneeMe)) await refresh();
    },
    need,
    refresh,
    hear: async (isFilling, haveRowsChanged) => {
      const wasFollowing = isFollowing;
      isFollowing = isFilling;
      if (!haveRowsChanged || snapshot.resultId === null) return;
      if (!isTouched && (isFilling || wasFollowing)) return refresh();
      const { resultId } = snapshot;
      const [drift] = await Promise.all([engine.drift(resultId), refreshValues()]);
      if (resultId === snapshot.resultId && drift.added !== snapshot.added) publish({ added: drift.added });
    },
    isReplacing: () => isReplacing,
    touch: () => {
      isTouched = true;
    },
    refs: async (from, to) => (snapshot.resultId === null ? [] : engine.refs(snapshot.resultId, from, to)),
    alike: async ref => (snapshot.resultId === null ? [] : engine.alike(snapshot.resultId, ref)),
    positionOf: async ref => (snapshot.resultId === null ? -1 : engine.positionOf(snapshot.resultId, ref)),
  };
}
