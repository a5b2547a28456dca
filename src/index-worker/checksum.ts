/**
 * A 32-bit checksum of whole words. Every word is mixed in by a step that can be undone, so that a single changed
 * word always shows. Guards against damage, not against malice.
 */
export function checksum(words: Uint32Array): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < words.length; index++) {
    sum = Math.imul(sum ^ (words[index] as number), 0x01000193);
    sum = (sum << 13) | (sum >>> 19);
  }
  return sum >>> 0;
}
