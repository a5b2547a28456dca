import { roundedUp, sectionHeadBytes } from './section-writer.ts';

/** Reads what `SectionWriter` wrote, in the same order. Throws a RangeError where the bytes do not allow it. */
export class SectionReader {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  #at: number;

  constructor(bytes: Uint8Array<ArrayBuffer>, headBytes: number) {
    this.#bytes = bytes;
    this.#at = headBytes;
  }

  numbers(): Float64Array {
    const { width, buffer } = this.#next();
    if (width !== 8) throw new RangeError(`numbers of ${width} bytes`);
    return new Float64Array(buffer);
  }

  codes(): Uint32Array {
    const { width, buffer } = this.#next();
    if (width === 1) return new Uint32Array(new Uint8Array(buffer));
    if (width === 2) return new Uint32Array(new Uint16Array(buffer));
    if (width === 4) return new Uint32Array(buffer);
    throw new RangeError(`codes of ${width} bytes`);
  }

  texts(): string[] {
    const lengths = this.codes();
    const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.#next().buffer);
    const texts: string[] = [];
    let at = 0;
    for (let index = 0; index < lengths.length; index++) {
      const end = at + (lengths[index] as number);
      texts.push(whole.slice(at, end));
      at = end;
    }
    return texts;
  }

  #next(): { width: number; buffer: ArrayBuffer } {
    const { buffer, byteOffset } = this.#bytes;
    const head = new DataView(buffer, byteOffset + this.#at, sectionHeadBytes);
    const from = this.#at + sectionHeadBytes;
    const to = from + head.getUint32(4, true);
    if (to > this.#bytes.length) throw new RangeError('a section ends beyond the last byte');
    this.#at = from + roundedUp(to - from);
    return { width: head.getUint32(0, true), buffer: buffer.slice(byteOffset + from, byteOffset + to) };
  }
}
