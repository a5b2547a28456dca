import { foldText } from './fold.ts';
import { chunkRows, HaystackChunk } from './haystack-chunk.ts';
import type { RowTable } from './row-table.ts';

/** Whether row texts hold words. Texts are made on first search, and kept up to date from then on. */
export class Haystack {
  readonly #chunks: HaystackChunk[] = [];
  #filled = 0;
  #last: { words: readonly string[]; found: Uint8Array; count: number } | null = null;

  /** The row in the slot says something else now. */
  update(table: RowTable, slot: number): void {
    if (slot < this.#filled) this.#set(table, slot);
    this.#last = null;
  }

  /** Makes at most `limit` of the texts that are missing. True when none is missing any more. */
  fill(table: RowTable, limit = Number.POSITIVE_INFINITY): boolean {
    const end = Math.min(table.slotCount, this.#filled + limit);
    while (this.#filled < end) this.#set(table, this.#filled++);
    return this.#filled === table.slotCount;
  }

  /** 1 for every slot that holds all words, live or dead. */
  find(table: RowTable, words: readonly string[]): Uint8Array {
    this.fill(table);
    const candidates = this.#candidatesFor(words);
    const longestFirst = [...words].sort((a, b) => b.length - a.length);
    const found =
      candidates === null
        ? this.#everywhere(table.slotCount, longestFirst)
        : this.#among(candidates, longestFirst);
    this.#last = { words, found, count: countOnes(found) };
    return found;
  }

  /** The slots of the last search when every word of it is part of one of these, and they are few; else null. */
  #candidatesFor(words: readonly string[]): Uint8Array | null {
    if (this.#last === null || this.#last.count * 8 > this.#filled) return null;
    const isNarrower = this.#last.words.every(old => words.some(word => word.includes(old)));
    return isNarrower ? this.#last.found : null;
  }

  #among(candidates: Uint8Array, words: readonly string[]): Uint8Array {
    const found = new Uint8Array(candidates.length);
    for (let slot = candidates.indexOf(1); slot >= 0; slot = candidates.indexOf(1, slot + 1)) {
      const text = this.#textAt(slot);
      if (words.every(word => text.includes(word))) found[slot] = 1;
    }
    return found;
  }

  /** Where few rows hold the first word, the others are sought in those alone. */
  #everywhere(slotCount: number, words: readonly string[]): Uint8Array {
    const [word, ...others] = words;
    const found = this.#holding(word ?? '', slotCount);
    if (others.length === 0) return found;
    if (countOnes(found) * 8 < slotCount) return this.#among(found, others);
    const rest = this.#everywhere(slotCount, others);
    for (let slot = 0; slot < slotCount; slot++) (found[slot] as number) &= rest[slot] as number;
    return found;
  }

  #holding(word: string, slotCount: number): Uint8Array {
    const found = new Uint8Array(this.#chunks.length * chunkRows);
    this.#chunks.forEach((chunk, number) => {
      chunk.find(word, found, number * chunkRows);
    });
    return found.subarray(0, slotCount);
  }

  #textAt(slot: number): string {
    return (this.#chunks[Math.floor(slot / chunkRows)] as HaystackChunk).textAt(slot % chunkRows);
  }

  #set(table: RowTable, slot: number): void {
    const number = Math.floor(slot / chunkRows);
    let chunk = this.#chunks[number];
    if (chunk === undefined) {
      chunk = new HaystackChunk();
      this.#chunks[number] = chunk;
    }
    chunk.set(slot % chunkRows, searchText(table, slot));
  }
}

function countOnes(flags: Uint8Array): number {
  let count = 0;
  for (let index = 0; index < flags.length; index++) count += flags[index] as number;
  return count;
}

/** Line breaks keep a word from matching across two fields. */
function searchText(table: RowTable, slot: number): string {
  const { codes } = table.columns;
  const person = codes.assignee.get(slot);
  const people = person === null ? '' : `${person.name}\n${person.id}`;
  const tenant = codes.tenant.get(slot) ?? '';
  return foldText(
    `${codes.title.get(slot)}\n${table.idAt(slot)}\n${codes.number.get(slot)}\n${people}\n${tenant}\n${codes.tags.get(slot).join('\n')}`,
  );
}
