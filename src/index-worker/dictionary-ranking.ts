import { missingRank, type Ranking } from './ranking.ts';
import { mergeSorted } from './sorted-merge.ts';

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Ranks of a growing dictionary by a sort key. New values are merged in; nothing is sorted twice. */
export class DictionaryRanking<Value> {
  readonly #keyOf: (value: Value) => string | null;
  #sorted: Uint32Array = new Uint32Array(0);
  #ranking: Ranking = { rankOf: new Uint32Array(0), count: 0 };

  /** `keyOf` answers null for a value that counts as missing. */
  constructor(keyOf: (value: Value) => string | null) {
    this.#keyOf = keyOf;
  }

  /** How many values have been ranked. */
  get size(): number {
    return this.#ranking.rankOf.length;
  }

  of(values: readonly Value[]): Ranking {
    if (this.size < values.length) this.#add(values, this.size);
    return this.#ranking;
  }

  #add(values: readonly Value[], from: number): void {
    const addedKeys = values.slice(from).map(this.#keyOf);
    const added = new Uint32Array(addedKeys.length);
    let count = 0;
    for (let index = 0; index < addedKeys.length; index++) {
      if (addedKeys[index] !== null) added[count++] = from + index;
    }
    const addedSorted = added
      .subarray(0, count)
      .sort((a, b) => compareText(addedKeys[a - from] as string, addedKeys[b - from] as string));
    const keyOfCode = (code: number): string =>
      (code >= from ? addedKeys[code - from] : this.#keyOf(values[code] as Value)) as string;
    this.#sorted = mergeSorted(this.#sorted, addedSorted, (existing, element) =>
      compareText(keyOfCode(existing), keyOfCode(element)),
    );
    this.#ranking = this.#rank(values.length, from, keyOfCode);
  }

  /** Two old codes are equal exactly when their old ranks are: keys are compared only where a new code is involved. */
  #rank(size: number, from: number, keyOfCode: (code: number) => string): Ranking {
    const old = this.#ranking.rankOf;
    const rankOf = new Uint32Array(size).fill(missingRank);
    let rank = -1;
    let previous = -1;
    for (const code of this.#sorted) {
      const isSame =
        previous >= 0 &&
        (code < from && previous < from
          ? old[code] === old[previous]
          : keyOfCode(code) === keyOfCode(previous));
      if (!isSame) rank++;
      rankOf[code] = rank;
      previous = code;
    }
    return { rankOf, count: rank + 1 };
  }
}
