import type { RowTable } from './row-table.ts';
import { mergeSorted } from './sorted-merge.ts';

/** Every slot, live or dead, in the order of its ref as text. New slots are merged in on first need. */
export class RefOrder {
  #sorted: Uint32Array = new Uint32Array(0);

  of(table: RowTable): Uint32Array {
    const known = this.#sorted.length;
    if (known < table.slotCount) {
      // A plain array, for its sort makes use of stretches in order, as snapshots come.
      const added: number[] = [];
      for (let slot = known; slot < table.slotCount; slot++) added.push(slot);
      const compare = comparingRefs(table);
      this.#sorted = mergeSorted(this.#sorted, Uint32Array.from(added.sort(compare)), compare);
    }
    return this.#sorted;
  }
}

/** As `formatRef` texts compare, without making them: no connection id holds a colon, so the part before it decides. */
function comparingRefs(table: RowTable): (a: number, b: number) => number {
  const { codes, dictionary } = table.columns.codes.connectionId;
  const heads = dictionary.values.map(connectionId => `${connectionId}:`);
  const inOrder = [...heads].sort();
  const place = heads.map(head => inOrder.indexOf(head));
  const ids = table.columns.ids;
  return (a, b) => {
    const apart = (place[codes[a] as number] as number) - (place[codes[b] as number] as number);
    if (apart !== 0) return apart;
    const idA = ids[a] as string;
    const idB = ids[b] as string;
    return idA < idB ? -1 : idA > idB ? 1 : 0;
  };
}
