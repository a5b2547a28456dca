import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

/** The first and the last bin that are chosen. */
export type Bins = { first: number; last: number };

const farBins = 8;

/**
 * Choosing a stretch of bins with the pointer on `data-plot` and its children, and by keys on two thumbs. `onBins` gets every
 * step of a drag.
 */
export function useBrush(count: number, chosen: Bins, onBins: (bins: Bins) => void) {
  const fixed = useRef<number | null>(null);

  function binAt(event: PointerEvent<HTMLElement>): number {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const bin = Math.floor(((event.clientX - left) / width) * count);
    return Math.min(count - 1, Math.max(0, bin));
  }

  function span(one: number, other: number): void {
    onBins({ first: Math.min(one, other), last: Math.max(one, other) });
  }

  return {
    plot: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        const edge = event.target instanceof HTMLElement ? event.target.dataset['edge'] : undefined;
        event.currentTarget.setPointerCapture(event.pointerId);
        if (edge !== undefined) {
          fixed.current = edge === 'first' ? chosen.last : chosen.first;
          return;
        }
        const bin = binAt(event);
        fixed.current = bin;
        span(bin, bin);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (fixed.current !== null) span(fixed.current, binAt(event));
      },
      onPointerUp: () => {
        fixed.current = null;
      },
      onPointerCancel: () => {
        fixed.current = null;
      },
    },
    moveEdge: (edge: 'first' | 'last', event: KeyboardEvent) => {
      const [least, most] = edge === 'first' ? [0, chosen.last] : [chosen.first, count - 1];
      const steps: Record<string, number> = {
        ArrowLeft: -1,
        ArrowDown: -1,
        ArrowRight: 1,
        ArrowUp: 1,
        PageDown: -farBins,
        PageUp: farBins,
        Home: -count,
        End: count,
      };
      const step = steps[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      onBins({ ...chosen, [edge]: Math.min(most, Math.max(least, chosen[edge] + step)) });
    },
  };
}
