type Section = { width: 1 | 2 | 4 | 8; bytes: Uint8Array };

/** Bytes of a section's head: the width of its values and the number of its bytes, 4 each. */
export const sectionHeadBytes = 8;

/** Sections begin where an array of doubles may. */
export function roundedUp(byteLength: number): number {
  return Math.ceil(byteLength / 8) * 8;
}

/** Collects typed arrays and lists of texts, to be written one after the other. Read by `SectionReader`, in the same order. */
export class SectionWriter {
  readonly #sections: Section[] = [];

  numbers(values: Float64Array): void {
    this.#add(8, values);
  }

  /** Codes below `end`, in as few bytes each as will hold them. */
  codes(values: Uint32Array, end: number): void {
    if (end <= 0x100) this.#add(1, new Uint8Array(values));
    else if (end <= 0x10000) this.#add(2, new Uint16Array(values));
    else this.#add(4, values);
  }

  /** The lengths in UTF-16 units, then one text: splitting one decoded text is faster than decoding many. */
  texts(values: readonly string[]): void {
    const lengths = new Uint32Array(values.length);
    let longest = 0;
    for (let index = 0; index < values.length; index++) {
      const { length } = values[index] as string;
      lengths[index] = length;
      if (length > longest) longest = length;
    }
    this.codes(lengths, longest + 1);
    this.#add(1, new TextEncoder().encode(values.join('')));
  }

  /** All sections, behind `headBytes` zero bytes, a multiple of 8. */
  finish(headBytes: number): Uint8Array<ArrayBuffer> {
    let end = headBytes;
    for (const { bytes } of this.#sections) end += sectionHeadBytes + roundedUp(bytes.length);
    const whole = new Uint8Array(end);
    const view = new DataView(whole.buffer);
    let at = headBytes;
    for (const { width, bytes } of this.#sections) {
      view.setUint32(at, width, true);
      view.setUint32(at + 4, bytes.length, true);
      whole.set(bytes, at + sectionHeadBytes);
      at += sectionHeadBytes + roundedUp(bytes.length);
    }
    return whole;
  }

  #add(width: Section['width'], values: ArrayBufferView): void {
    this.#sections.push({
      width,
      bytes: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    });
  }
}
