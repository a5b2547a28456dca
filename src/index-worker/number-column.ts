import { grownFloat64, grownUint32 } from './growth.ts';
import { missingRank, type Ranking } from './ranking.ts';

/** One number per slot, NaN for none. Ranks are made on first need and repaired for the slots that changed since. */
export class NumberColumn {
  values: Float64Array = new Float64Array(0);
  /** Every value that has a rank, ascending. Some may be held by no slot any more: gaps between ranks do no harm. */
  #distinct: Float64Array = new Float64Array(0);
  #rankOf: Uint32Array = new Uint32Array(0);
  #rankedSlots = 0;
  #changed: number[] = [];

  /** True when the slot had another value. */
  set(slot: number, value: number | null): boolean {
    if (slot >= this.values.length) this.values = grownFloat64(this.values, slot + 1);
    const stored = value ?? Number.NaN;
    if (Object.is(this.values[slot], stored)) return false;
    this.values[slot] = stored;
    if (slot < this.#rankedSlots) this.#changed.push(slot);
    return true;
  }

  get(slot: number): number | null {
    const value = this.values[slot] as number;
    return Number.isNaN(value) ? null : value;
  }

  /** The values of these slots, in this order. */
  pick(slots: Uint32Array): Float64Array {
    const picked = new Float64Array(slots.length);
    for (let index = 0; index < slots.length; index++) {
      picked[index] = this.values[slots[index] as number] as number;
    }
    return picked;
  }

  /** Writes values into the slots from `slot` on, which are new. */
  append(slot: number, values: Float64Array): void {
    this.values = grownFloat64(this.values, slot + values.length);
    this.values.set(values, slot);
  }

  /** By slot. */
  ranking(slotCount: number): Ranking {
    const toRank = this.#changed.length + slotCount - this.#rankedSlots;
    if (toRank > 0) {
      if (toRank * 4 > slotCount || this.#distinct.length > slotCount * 2) this.#rebuild(slotCount);
      else this.#repair(slotCount);
      this.#rankedSlots = slotCount;
      this.#changed = [];
    }
    return { rankOf: this.#rankOf, count: this.#distinct.length };
  }

  #rebuild(slotCount: number): void {
    this.#distinct = distinctOf(this.values.slice(0, slotCount));
    this.#rankOf = new Uint32Array(this.values.length);
    for (let slot = 0; slot < slotCount; slot++) this.#rankSlot(slot);
  }

  #repair(slotCount: number): void {
    const slots = this.#changed;
    for (let slot = this.#rankedSlots; slot < slotCount; slot++) slots.push(slot);
    this.#rankOf = grownUint32(this.#rankOf, slotCount);
    const values = Float64Array.from(slots, slot => this.values[slot] as number);
    this.#insert(distinctOf(values).filter(value => this.#find(value) === missingRank));
    for (const slot of slots) this.#rankSlot(slot);
  }

  /** Makes room between the ranks for values that had none. */
  #insert(added: Float64Array): void {
    if (added.length === 0) return;
    const old = this.#distinct;
    const merged = new Float64Array(old.length + added.length);
    const newRankOf = new Uint32Array(old.length);
    let next = 0;
    for (let rank = 0; rank < old.length; rank++) {
      while (next < added.length && (added[next] as number) < (old[rank] as number)) {
        merged[rank + next] = added[next] as number;
        next++;
      }
      merged[rank + next] = old[rank] as number;
      newRankOf[rank] = rank + next;
    }
    merged.set(added.subarray(next), old.length + next);
    this.#distinct = merged;
    const rankOf = this.#rankOf;
    for (let slot = 0; slot < this.#rankedSlots; slot++) {
      const rank = rankOf[slot] as number;
      if (rank !== missingRank) rankOf[slot] = newRankOf[rank] as number;
    }
  }

  #rankSlot(slot: number): void {
    this.#rankOf[slot] = this.#find(this.values[slot] as number);
  }

  #find(value: number): number {
    const distinct = this.#distinct;
    let low = 0;
    let high = distinct.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const probe = distinct[middle] as number;
      if (probe === value) return middle;
      if (probe < value) low = middle + 1;
      else high = middle - 1;
    }
    return missingRank;
  }
}

/** Ascending, each once, without NaN. Sorts `values` in place. */
function distinctOf(values: Float64Array): Float64Array {
  values.sort();
  let count = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    if (!Number.isNaN(value) && (count === 0 || values[count - 1] !== value)) values[count++] = value;
  }
  return values.slice(0, count);
}
