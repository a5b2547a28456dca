/** The array itself while it has room for `length` elements, else a copy with room to grow. */
export function grownUint32(array: Uint32Array, length: number): Uint32Array {
  if (array.length >= length) return array;
  const larger = new Uint32Array(roomFor(length));
  larger.set(array);
  return larger;
}

export function grownFloat64(array: Float64Array, length: number): Float64Array {
  if (array.length >= length) return array;
  const larger = new Float64Array(roomFor(length));
  larger.set(array);
  return larger;
}

export function grownUint8(array: Uint8Array, length: number): Uint8Array {
  if (array.length >= length) return array;
  const larger = new Uint8Array(roomFor(length));
  larger.set(array);
  return larger;
}

function roomFor(length: number): number {
  return Math.max(1024, Math.ceil(length * 1.5));
}
