/**
 * Merges `added` into `sorted`, both already in order. `compare` takes an element of `sorted` and one of `added`.
 * Searches a place for each added element and copies what lies between, so few additions cost little.
 */
export function mergeSorted(
  sorted: Uint32Array,
  added: Uint32Array,
  compare: (existing: number, added: number) => number,
): Uint32Array {
  const merged = new Uint32Array(sorted.length + added.length);
  let copied = 0;
  for (let index = 0; index < added.length; index++) {
    const element = added[index] as number;
    let low = copied;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(sorted[middle] as number, element) <= 0) low = middle + 1;
      else high = middle;
    }
    merged.set(sorted.subarray(copied, low), copied + index);
    merged[low + index] = element;
    copied = low;
  }
  merged.set(sorted.subarray(copied), copied + added.length);
  return merged;
}
