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
  /** False where it is known to stand in no list. */
  canStep: boolean;
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
      // Whoever has walked on meanwhile stands there.
      if (index < 0 || formatRef(standing.current) !== name) return;
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

  /** Where the last press leads, though the page may not be there yet: the next one goes on from it. */
  const standing = useRef(ref);
  const walk = useRef(Promise.resolve());
  const steps = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name says which reference
  useEffect(() => {
    // While one walks, the page is behind.
    if (steps.current === 0) standing.current = ref;
  }, [name]);

  async function step(by: -1 | 1): Promise<void> {
    if (session === null) return;
    const from = await session.positionOf(standing.current);
    const to = from + by;
    if (from < 0 || to < 0 || to >= total) return;
    const [next] = await session.refs(to, to);
    if (next === undefined) return;
    standing.current = next;
    session.need(to, to);
    changeQueuePlace({ cursor: formatRef(next), cursorIndex: to });
    await navigate(casePath(next), { replace: true, state });
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
    canStep: session !== null && (found?.name !== name || found.index >= 0),
    // One after the other, so that none is lost, however fast they are pressed.
    step: by => {
      steps.current += 1;
      walk.current = walk.current
        .then(() => step(by))
        .finally(() => {
          steps.current -= 1;
        });
    },
  };
}

function readFrom(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('from' in state)) return null;
  return typeof state.from === 'string' && state.from.startsWith('/queue') ? state.from : null;
}
