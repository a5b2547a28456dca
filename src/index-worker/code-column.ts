import type { CodeData } from './column-data.ts';
import { Dictionary } from './dictionary.ts';
import { DictionaryRanking } from './dictionary-ranking.ts';
import { grownUint32 } from './growth.ts';
import type { Ranking } from './ranking.ts';

/** How the values of a column are told apart and ordered. */
export type CodeColumnOptions<Value> = {
  /** Values that have their codes before the first row: null, or words in their own order. */
  seed: readonly Value[];
  /** What makes two values the same. */
  keyOf: (value: Value) => string;
  /** What they are ordered by; null for a value that counts as missing. */
  sortKeyOf: (value: Value) => string | null;
};

/** One dictionary code per slot. Every column uses 32-bit codes, so that the hot loops see one array type. */
export class CodeColumn<Value> {
  codes: Uint32Array = new Uint32Array(0);
  readonly dictionary: Dictionary<Value>;
  readonly #ranking: DictionaryRanking<Value>;

  constructor(options: CodeColumnOptions<Value>) {
    this.dictionary = new Dictionary(options.seed, options.keyOf);
    this.#ranking = new DictionaryRanking(options.sortKeyOf);
  }

  /** True when the slot had another value. */
  set(slot: number, value: Value): boolean {
    const code = this.dictionary.codeOf(value);
    if (slot >= this.codes.length) this.codes = grownUint32(this.codes, slot + 1);
    if (this.codes[slot] === code) return false;
    this.codes[slot] = code;
    return true;
  }

  get(slot: number): Value {
    return this.dictionary.valueAt(this.codes[slot] as number);
  }

  get isRanked(): boolean {
    return this.#ranking.size === this.dictionary.values.length;
  }

  /** By code. */
  ranking(): Ranking {
    return this.#ranking.of(this.dictionary.values);
  }

  /** The values of these slots, in this order. */
  pick(slots: Uint32Array): CodeData<Value> {
    const old = this.dictionary.values;
    const values: Value[] = [];
    const newCodes = new Int32Array(old.length).fill(-1);
    const codes = new Uint32Array(slots.length);
    for (let index = 0; index < slots.length; index++) {
      const code = this.codes[slots[index] as number] as number;
      if (newCodes[code] === -1) newCodes[code] = values.push(old[code] as Value) - 1;
      codes[index] = newCodes[code] as number;
    }
    return { values, codes };
  }

  /** Writes values into the slots from `slot` on. */
  append(slot: number, { values, codes }: CodeData<Value>): void {
    const newCodes = Uint32Array.from(values, value => this.dictionary.codeOf(value));
    this.codes = grownUint32(this.codes, slot + codes.length);
    const target = this.codes.subarray(slot);
    for (let index = 0; index < codes.length; index++)
      target[index] = newCodes[codes[index] as number] as number;
  }
}
