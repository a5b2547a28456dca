import { useEffect, useRef, useState } from 'react';

const shownMs = 1_500;

export type CopyState = 'idle' | 'copied' | 'refused';

/** Copies on request and says for a moment how that went. */
export function useCopy(): { state: CopyState; copy: (text: string) => void } {
  const [state, setState] = useState<CopyState>('idle');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function show(next: CopyState) {
    setState(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setState('idle'), shownMs);
  }

  function copy(text: string) {
    navigator.clipboard.writeText(text).then(
      () => show('copied'),
      () => show('refused'),
    );
  }
  return { state, copy };
}
