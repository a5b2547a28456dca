import { useEffect, useMemo, useState } from 'react';
import { formatView, parseView } from '#domain/view-url.ts';
import { getEngine } from '#store/engine/engine-client.ts';
import { useAnalystSettings, useConnectionFact, useMe, useRevision } from '#store/queries.ts';
import { builtInViews, type NamedView } from '#store/view/built-in-views.ts';
import { resolveView, type Zone } from '#store/view/resolve-view.ts';
import type { ViewTab } from '#ui/panes/view-tabs.tsx';
import { isPartial } from './count-line.tsx';

const countPauseMs = 1_000;

/** The same view, however its URL was spelt. */
export function normalSearch(search: string): string {
  const view = parseView(new URLSearchParams(search));
  return formatView({ ...view, columns: null }).toString();
}

export function useNamedViews(): readonly NamedView[] {
  const { savedViews } = useAnalystSettings();
  return useMemo(
    () => [...builtInViews, ...savedViews.map(view => ({ ...view, isBuiltIn: false }))],
    [savedViews],
  );
}

/** Built-in and saved views with their counts, counted anew a moment after rows changed. */
export function useViewTabs(currentSearch: string, zone: Zone): readonly ViewTab[] {
  const views = useNamedViews();
  const me = useMe();
  const revision = useRevision();
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());

  // biome-ignore lint/correctness/useExhaustiveDependencies: changed rows are a reason to count anew
  useEffect(() => {
    const timer = setTimeout(async () => {
      const counted = await Promise.all(
        views.map(async ({ name, search }) => {
          const view = parseView(new URLSearchParams(search));
          return [name, await getEngine().count(resolveView(view, { now: Date.now(), zone, me }))] as const;
        }),
      );
      setCounts(new Map(counted));
    }, countPauseMs);
    return () => clearTimeout(timer);
  }, [views, me, zone, revision]);

  const current = normalSearch(currentSearch);
  const sign = useConnectionFact(isPartial) ? '≥ ' : '';
  return views.map(({ name, search }) => {
    const count = counts.get(name);
    return {
      id: name,
      name,
      to: `/queue?${search}`,
      count: count === undefined ? null : sign + count.toLocaleString('en'),
      isCurrent: normalSearch(search) === current,
    };
  });
}
