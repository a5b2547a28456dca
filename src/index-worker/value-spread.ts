/** Which facet values each code of a column stands for, as codes of their own. Grows with the column's dictionary. */
export class ValueSpread<Value> {
  readonly values: string[] = [];
  /** The value codes of code n are `valueCodes[starts[n]]` up to, not with, `valueCodes[starts[n + 1]]`. */
  readonly starts: number[] = [0];
  readonly valueCodes: number[] = [];
  readonly #codes = new Map<string, number>();
  readonly #valuesOf: (value: Value) => readonly string[];

  constructor(valuesOf: (value: Value) => readonly string[]) {
    this.#valuesOf = valuesOf;
  }

  of(dictionary: readonly Value[]): this {
    for (let code = this.starts.length - 1; code < dictionary.length; code++) {
      for (const value of this.#valuesOf(dictionary[code] as Value))
        this.valueCodes.push(this.#codeOf(value));
      this.starts.push(this.valueCodes.length);
    }
    return this;
  }

  #codeOf(value: string): number {
    let code = this.#codes.get(value);
    if (code === undefined) {
      code = this.values.push(value) - 1;
      this.#codes.set(value, code);
    }
    return code;
  }
}
