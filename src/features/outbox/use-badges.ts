import { useCallback } from 'react';
import { useConnectionNames, useConnections } from '#store/queries.ts';

/** How records name their connection here, and whether it is set up at all. */
export function useBadges() {
  const names = useConnectionNames();
  const { data } = useConnections();
  const badgeOf = useCallback((id: string) => names.get(id)?.badge ?? id, [names]);
  const nameOf = useCallback((id: string) => names.get(id)?.name ?? id, [names]);
  const isGone = useCallback((id: string) => data !== undefined && !names.has(id), [names, data]);
  return { badgeOf, nameOf, isGone };
}
