import { useEffect, useMemo } from 'react';
import { parseView } from '#domain/view-url.ts';
import { useQueue } from '#store/queue/use-queue.ts';
import { usePreferences } from '#ui/preferences/preferences.ts';

type KeepListProps = {
  /** The address of the list that one came from. */
  from: string;
  /** Hears of every order that the list takes. */
  onOrder: (resultId: number | null) => void;
};

/** Keeps the list open behind the case. After a reload, or a walk through the browser's history, it is asked for again. */
export function KeepList({ from, onOrder }: KeepListProps) {
  const { zone } = usePreferences();
  const view = useMemo(() => parseView(new URLSearchParams(from.split('?')[1] ?? '')), [from]);
  const { queue } = useQueue(view, zone);
  useEffect(() => onOrder(queue.resultId), [queue.resultId, onOrder]);
  return null;
}
