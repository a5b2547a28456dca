/** Distinct values of a column, each known by a small code. Code 0 of a nullable dictionary is null. */
export class Dictionary<Value> {
  readonly values: Value[];
  readonly #keyOf: (value: Value) => string;
  /** Made on first need: a cache that is only read never pays for it. */
  #codes: Map<string | null, number> | null = null;

  constructor(values: Value[], keyOf: (value: Value) => string) {
    this.values = values;
    this.#keyOf = keyOf;
  }

  codeOf(value: Value): number {
    const codes = this.#codeMap();
    const key = value === null ? null : this.#keyOf(value);
    const known = codes.get(key);
    if (known !== undefined) return known;
    const code = this.values.length;
    this.values.push(value);
    codes.set(key, code);
    return code;
  }

  valueAt(code: number): Value {
    return this.values[code] as Value;
  }

  /** Makes the reverse look-up now instead of with the first write. */
  prepare(): void {
    this.#codeMap();
  }

  #codeMap(): Map<string | null, number> {
    if (this.#codes === null) {
      this.#codes = new Map();
      for (let code = 0; code < this.values.length; code++) {
        const value = this.values[code] as Value;
        this.#codes.set(value === null ? null : this.#keyOf(value), code);
      }
    }
    return this.#codes;
  }
}
