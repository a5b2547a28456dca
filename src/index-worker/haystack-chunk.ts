export const chunkRows = 2048;
/** Rows that may wait outside the joined text before it is joined anew. */
const patchLimit = 256;

/** The searchable texts of up to 2,048 rows as one string, so that a word is sought in all of them by one `indexOf`. */
export class HaystackChunk {
  #text = '';
  /** Where each row's text begins; one more than there are rows. A text ends one character before the next begins. */
  #starts: Uint32Array = new Uint32Array(1);
  /** Texts newer than the joined string, by place in the chunk. */
  readonly #patches = new Map<number, string>();

  set(place: number, text: string): void {
    this.#patches.set(place, text);
  }

  textAt(place: number): string {
    return (
      this.#patches.get(place) ??
      this.#text.slice(this.#starts[place] as number, (this.#starts[place + 1] as number) - 1)
    );
  }

  /** Sets `found[base + place]` to 1 for every row that holds the word. */
  find(word: string, found: Uint8Array, base: number): void {
    if (this.#patches.size > patchLimit) this.#join();
    const text = this.#text;
    const starts = this.#starts;
    let place = 0;
    let at = text.indexOf(word);
    while (at >= 0) {
      while ((starts[place + 1] as number) <= at) place++;
      found[base + place] = 1;
      at = text.indexOf(word, starts[place + 1] as number);
    }
    for (const [patched, patch] of this.#patches) found[base + patched] = patch.includes(word) ? 1 : 0;
  }

  #join(): void {
    let count = this.#starts.length - 1;
    for (const place of this.#patches.keys()) count = Math.max(count, place + 1);
    const texts: string[] = [];
    const starts = new Uint32Array(count + 1);
    for (let place = 0; place < count; place++) {
      const text = this.textAt(place);
      texts.push(text);
      starts[place + 1] = (starts[place] as number) + text.length + 1;
    }
    this.#text = `${texts.join('\n')}\n`;
    this.#starts = starts;
    this.#patches.clear();
  }
}
