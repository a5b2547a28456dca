// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider, useLocation } from 'react-router';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CaseRef } from '#domain/case.ts';
import { getQueuePlace, setQueuePlace } from '#store/queue/current-list.ts';
import type { QueueSession } from '#store/queue/queue-session.ts';
import { useCasePlace } from './use-case-place.ts';

const order: CaseRef[] = ['a', 'b/1', 'c'].map(id => ({ connectionId: 'iris', id }));

/** A list in a frozen order, as the worker would hold it. */
const session: QueueSession = {
  getSnapshot: () => ({
    resultId: 1,
    opening: 1,
    total: order.length,
    facets: null,
    added: 0,
    rowAt: () => undefined,
    query: null,
  }),
  subscribe: () => () => {},
  learnWhoAsks: () => Promise.resolve(),
  open: async () => {},
  need: () => {},
  refresh: async () => {},
  hear: async () => {},
  isReplacing: () => false,
  touch: () => {},
  refs: async (from, to) => order.slice(from, to + 1),
  positionOf: async ref => order.findIndex(({ id }) => id === ref.id),
  alike: async () => [],
};

beforeEach(() => {
  setQueuePlace({
    me: '',
    question: '',
    session,
    cursor: 'iris:a',
    cursorIndex: 0,
    scrollTop: 420,
    selected: new Set(['iris:c']),
  });
});
afterEach(cleanup);

function startAt(entries: { pathname: string; search?: string; state?: unknown }[]) {
  let subject: ReactNode = null;
  const router = createMemoryRouter([{ path: '*', Component: () => subject }], { initialEntries: entries });
  const { result } = renderHook(
    () => {
      const { pathname } = useLocation();
      const id = decodeURIComponent(pathname.split('/').at(-1) ?? '');
      return useCasePlace({ connectionId: 'iris', id });
    },
    {
      wrapper: ({ children }) => {
        subject = children;
        return <RouterProvider router={router} />;
      },
    },
  );
  return { result, router };
}

test('walks the order of the list, stops at its ends, and takes the cursor along', async () => {
  const { result, router } = startAt([{ pathname: '/case/iris/a', state: { from: '/queue?q=rdp' } }]);
  expect(result.current).toMatchObject({ index: 0, total: 3 });
  await act(async () => result.current.step(-1));
  expect(router.state.location.pathname).toBe('/case/iris/a');

  await act(async () => result.current.step(1));
  await waitFor(() => expect(router.state.location.pathname).toBe('/case/iris/b%2F1'));
  expect(result.current.index).toBe(1);
  await act(async () => result.current.step(1));
  await waitFor(() => expect(result.current.index).toBe(2));
  await act(async () => result.current.step(1));
  expect(router.state.location.pathname).toBe('/case/iris/c');
  expect(getQueuePlace()).toMatchObject({ cursor: 'iris:c', cursorIndex: 2, scrollTop: 420 });
});

test('two presses are two steps, however fast', async () => {
  const { result, router } = startAt([{ pathname: '/case/iris/a', state: { from: '/queue' } }]);
  await act(async () => {
    result.current.step(1);
    result.current.step(1);
  });
  await waitFor(() => expect(router.state.location.pathname).toBe('/case/iris/c'));
  expect(result.current.index).toBe(2);
});

test('back is the list itself, however far one walked', async () => {
  const { result, router } = startAt([
    { pathname: '/queue', search: '?q=rdp' },
    { pathname: '/case/iris/a', state: { from: '/queue?q=rdp' } },
  ]);
  await act(async () => result.current.step(1));
  await waitFor(() => expect(router.state.location.pathname).toBe('/case/iris/b%2F1'));
  expect(result.current).toMatchObject({ backTo: '/queue?q=rdp', backName: 'Queue' });
  await act(async () => result.current.back());
  await waitFor(() => expect(router.state.location.search).toBe('?q=rdp'));
  expect(getQueuePlace()?.selected).toEqual(new Set(['iris:c']));
});

test('a case opened by its address leads to the queue', async () => {
  const { result, router } = startAt([{ pathname: '/case/iris/x', state: { from: 'https://e.test/' } }]);
  await waitFor(() => expect(result.current.index).toBe(-1));
  await act(async () => result.current.back());
  expect(router.state.location.pathname).toBe('/queue');
});
