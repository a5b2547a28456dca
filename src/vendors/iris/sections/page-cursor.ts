/** Where a page begins: '25'. Anything that cannot be read is the beginning. */
export function readOffset(cursor: string | null): number {
  return /^\d{1,6}$/.test(cursor ?? '') ? Number(cursor) : 0;
}
