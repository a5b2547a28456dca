import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { View } from '#domain/view.ts';
import { formatView, parseView } from '#domain/view-url.ts';

/** The view, as it stands in the URL. A change of filter or order is a step in the history; typing replaces. */
export function useView(): { view: View; change: (next: View, isTyping?: boolean) => void } {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => parseView(params), [params]);
  return {
    view,
    change: (next, isTyping = false) => setParams(formatView(next), { replace: isTyping }),
  };
}
