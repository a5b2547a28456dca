// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { createSampleRow } from '#domain/test-kit/sample-row.ts';
import { getQueuePlace, setQueuePlace } from '#store/queue/current-list.ts';
import type { QueueSession, QueueSnapshot } from '#store/queue/queue-session.ts';
import { useCursor } from './use-cursor.ts';

/** A list on screen. `ask` is a new question on its way, `answer` its rows, `renew` the same question in a new order. */
function start(ids: readonly string[]) {
  let isReplacing = false;
  let shown = ids;
  let resultId = 1;
  const session: QueueSession = {
    getSnapshot: () => snapshot(),
    subscribe: () => () => {},
    open: async () => {},
    learnWhoAsks: async () => {},
    need: () => {},
    refresh: async () => {},
    hear: async () => {},
    isReplacing: () => isReplacing,
    touch: () => {},
    refs: async () => [],
    positionOf: async ({ id }) => shown.indexOf(id),
    alike: async () => [],
  };
  const place = { question: '', me: '', session, cursor: null, cursorIndex: -1, scrollTop: 0 };
  const snapshot = (): QueueSnapshot => {
    const rows = shown.map(id => createSampleRow(id, id));
    return {
      resultId,
      opening: 1,
      total: rows.length,
      facets: null,
      added: 0,
      query: null,
      rowAt: at => rows[at],
    };
  };
  setQueuePlace({ ...place, selected: new Set() });
  const { result, rerender } = renderHook(({ queue }) => useCursor(session, queue), {
    initialProps: { queue: snapshot() },
  });
  const renew = (next: readonly string[]) => {
    shown = next;
    resultId += 1;
    rerender({ queue: snapshot() });
  };
  return {
    cursor: result,
    moveTo: (index: number) => act(() => result.current.moveTo(index)),
    renew,
    ask: () => {
      isReplacing = true;
      setQueuePlace({ ...place, selected: new Set() });
    },
    answer: (next: readonly string[]) => {
      isReplacing = false;
      renew(next);
    },
  };
}

afterEach(cleanup);

test('where the same question is answered in another order, the cursor goes with its record', async () => {
  const { cursor, moveTo, renew } = start(['a', 'b', 'c']);
  moveTo(0);
  renew(['c', 'b', 'a']);
  await waitFor(() => expect(cursor.current.index).toBe(2));
  expect(cursor.current.row?.id).toBe('a');
  expect(getQueuePlace()).toMatchObject({ cursor: 'lab:a', cursorIndex: 2 });
});

test('the answer to another question begins without a cursor', async () => {
  const { cursor, moveTo, ask, answer } = start(['a', 'b', 'c']);
  moveTo(1);
  ask();
  answer(['c', 'b', 'a']);
  await waitFor(() => expect(cursor.current.index).toBe(-1));
  expect(getQueuePlace()).toMatchObject({ cursor: null, cursorIndex: -1 });
});

test('Home before the new order has come is the first row of the new order', async () => {
  const { cursor, moveTo, ask, answer } = start(['a', 'b', 'c']);
  moveTo(2);
  ask();
  moveTo(0);
  answer(['c', 'b', 'a']);
  await waitFor(() => expect(cursor.current.row?.id).toBe('c'));
  expect(cursor.current.index).toBe(0);
  expect(getQueuePlace()).toMatchObject({ cursor: 'lab:c', cursorIndex: 0 });
});

test('a place beyond the end of a shorter answer becomes its last row', async () => {
  const { cursor, moveTo, ask, answer } = start(['a', 'b', 'c']);
  ask();
  moveTo(2);
  answer(['b', 'a']);
  await waitFor(() => expect(cursor.current.row?.id).toBe('a'));
  expect(getQueuePlace()).toMatchObject({ cursor: 'lab:a', cursorIndex: 1 });
});
