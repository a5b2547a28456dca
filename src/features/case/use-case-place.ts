import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { type CaseRef, formatRef } from '#domain/case.ts';
import { useAnalystSettings } from '#store/queries.ts';
import { changeQueuePlace, getQueuePlace } from '#store/queue/current-list.ts';
import { builtInViews } from '#store/view/built-in-views.ts';
import { casePath } from './case-path.ts';
import { viewNameOf } from './view-name.ts';

export type CasePlace = {
  /** The list that one came from; null: none. */
  from: string | null;
  /** Where back leads, and what that list is called. */
  backTo: string;
  backName: string;
  back: () => void;
  /** Place in the list that one came from, from 0; -1: in no list. */
  index: number;
  total: number;
  /** Opens a neighbour: -1 the one before, 1 the one after. */
  step: (by: -1 | 1) => void;
  /** To be told of every order that the list takes. */
  onOrder: (resultId: number | null) => void;
};

/** The list that a case was opened from: it stays in its order while one walks it. */
export function useCasePlace(ref: CaseRef): CasePlace {
  const navigate = useNavigate();
  const { state } = useLocation();
  const { savedViews } = useAnalystSettings();
  const name = formatRef(ref);
  const place = getQueuePlace();
  const session = place?.session ?? null;
  const [found, setFound] = useState<{ name: string; index: number } | null>(null);
  const [resultId, onOrder] = useState<number | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the name says which reference, and each order has its own places
  useEffect(() => {
    let isOver = false;
    void session?.positionOf(ref).then(index => {
      if (isOver) return;
      setFound({ name, index });
      if (index < 0) return;
      // From here on nothing moves by itself.
      session.touch();
      changeQueuePlace({ cursor: name, cursorIndex: index });
    });
    return () => {
      isOver = true;
    };
  }, [name, session, resultId]);

  const from = readFrom(state);
  const known = place?.cursor === name ? place.cursorIndex : -1;
  const index = found?.name === name ? found.index : known;
  const total = session?.getSnapshot().total ?? 0;

  /** Where the last press leads: the next one goes on from there, though the page is not there yet. */
  const aim = useRef<number | null>(null);

  async function step(by: -1 | 1): Promise<void> {
    const to = (aim.current ?? index) + by;
    if (session === null || index < 0 || to < 0 || to >= total) return;
    aim.current = to;
    const [next] = await session.refs(to, to);
    if (aim.current !== to) return;
    if (next !== undefined) {
      session.need(to, to);
      changeQueuePlace({ cursor: formatRef(next), cursorIndex: to });
      await navigate(casePath(next), { replace: true, state });
    }
    if (aim.current === to) aim.current = null;
  }

  return {
    from,
    onOrder,
    backTo: from ?? '/queue',
    backName: from === null ? 'Queue' : viewNameOf(from, [...builtInViews, ...savedViews]),
    // Walking replaces, so the entry before this one is the list.
    back: () => void (from === null ? navigate('/queue') : navigate(-1)),
    index: session === null ? -1 : index,
    total,
    step: by => void step(by),
  };
}

function readFrom(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('from' in state)) return null;
  return typeof state.from === 'string' && state.from.startsWith('/queue') ? state.from : null;
}
