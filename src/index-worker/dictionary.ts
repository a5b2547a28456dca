/** Distinct values of a column, each known by a small code. */
export class Dictionary<Value> {
  readonly values: Value[] = [];
  readonly #keyOf: (value: Value) => string;
  readonly #codes = new Map<string | null, number>();

  /** Seeded values get their codes first, in order. null is told apart from every other value without its key. */
  constructor(seed: readonly Value[], keyOf: (value: Value) => string) {
    this.#keyOf = keyOf;
    for (const value of seed) this.codeOf(value);
  }

  codeOf(value: Value): number {
    const key = value === null ? null : this.#keyOf(value);
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    const code = this.values.push(value) - 1;
    this.#codes.set(key, code);
    return code;
  }

  valueAt(code: number): Value {
    return this.values[code] as Value;
  }
}
