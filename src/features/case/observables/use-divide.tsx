import { useMemo } from 'react';
import type { DivideText, TextPiece } from '#ui/text/text-pieces.ts';
import { type KnownObservables, splitObservables } from './find-observables.ts';
import { useObserved } from './observed.ts';
import { ObservedChip } from './observed-chip.tsx';

/** Cuts texts at their observables, each of which becomes a chip. */
export function useDivide(): DivideText {
  const { known } = useObserved();
  return useMemo(() => createDivide(known), [known]);
}

/** Drawn again with the same text, it does not look again. */
function createDivide(known: KnownObservables): DivideText {
  let last: { text: string; pieces: readonly TextPiece[] } | null = null;
  return text => {
    if (last?.text !== text) last = { text, pieces: piecesOf(text, known) };
    return last.pieces;
  };
}

function piecesOf(text: string, known: KnownObservables): TextPiece[] {
  return splitObservables(text, known).map(segment => ({
    text: segment.text,
    mark: segment.observable === null ? null : <ObservedChip observable={segment.observable} />,
  }));
}
