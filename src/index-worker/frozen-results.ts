import type { IndexQuery } from '#domain/queue-index.ts';

/** Stands in a frozen order for a row whose slot is no more. */
export const goneSlot = 0xffffffff;

export type FrozenResult = {
  query: IndexQuery;
  slots: Uint32Array;
  /** Slot → place + 1, made on first need. */
  places: Uint32Array | null;
};

/** The orders that are open, the oldest dropped when there are too many. */
export class FrozenResults {
  readonly #results = new Map<number, FrozenResult>();
  readonly #limit: number;
  #lastId = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(query: IndexQuery, slots: Uint32Array): number {
    this.#results.set(++this.#lastId, { query, slots, places: null });
    for (const oldest of this.#results.keys()) {
      if (this.#results.size <= this.#limit) break;
      this.#results.delete(oldest);
    }
    return this.#lastId;
  }

  get(resultId: number): FrozenResult | null {
    return this.#results.get(resultId) ?? null;
  }

  close(resultId: number): void {
    this.#results.delete(resultId);
  }

  placeOf(resultId: number, slot: number): number {
    const result = this.get(resultId);
    if (result === null) return -1;
    if (result.places === null) {
      const { slots } = result;
      let largest = -1;
      for (const taken of slots) if (taken !== goneSlot && taken > largest) largest = taken;
      const places = new Uint32Array(largest + 1);
      slots.forEach((taken, place) => {
        if (taken !== goneSlot) places[taken] = place + 1;
      });
      result.places = places;
    }
    return (result.places[slot] ?? 0) - 1;
  }

  /** All rows moved: `newSlots[old]` is where, or `goneSlot`. */
  move(newSlots: Uint32Array): void {
    for (const result of this.#results.values()) {
      result.slots = result.slots.map(slot => newSlots[slot] ?? goneSlot);
      result.places = null;
    }
  }
}
