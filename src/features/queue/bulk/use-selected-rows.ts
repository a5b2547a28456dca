import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { type CaseRef, parseRef, type QueueRow } from '#domain/case.ts';
import { getEngine } from '#store/engine/engine-client.ts';

/** More are not written in one go. */
export const mostAtOnce = 1_000;
const chunk = 100;
/** Rows that are ticked one after the other are asked for together. */
const settledMs = 150;

export type SelectedRows = {
  /** As they were when they were read: what the analyst decides upon. */
  rows: readonly QueueRow[];
  /** Selected, and at the vendor no more. */
  goneCount: number;
  isReading: boolean;
};

const nothing: SelectedRows = { rows: [], goneCount: 0, isReading: false };

/** The rows of what is selected, also of those that are not in view. */
export function useSelectedRows(selected: ReadonlySet<string>): SelectedRows {
  const [settled] = useDebouncedValue(selected, settledMs);
  const [read, setRead] = useState<{ of: ReadonlySet<string> } & SelectedRows>({ of: new Set(), ...nothing });

  useEffect(() => {
    if (settled.size === 0 || settled.size > mostAtOnce) return;
    let isWanted = true;
    void readRows(settled, () => isWanted).then(rows => {
      if (isWanted) setRead({ of: settled, rows, goneCount: settled.size - rows.length, isReading: false });
    });
    return () => {
      isWanted = false;
    };
  }, [settled]);

  if (selected.size === 0 || selected.size > mostAtOnce) return nothing;
  return read.of === selected ? read : { ...read, isReading: true };
}

async function readRows(refs: ReadonlySet<string>, isWanted: () => boolean): Promise<QueueRow[]> {
  const all = [...refs].map(parseRef).filter((ref): ref is CaseRef => ref !== null);
  const rows: QueueRow[] = [];
  for (let at = 0; at < all.length && isWanted(); at += chunk) {
    const some = await Promise.all(all.slice(at, at + chunk).map(ref => getEngine().row(ref)));
    rows.push(...some.filter(row => row !== null));
  }
  return rows;
}
