/** A record with the id of its row. `canOpen`: IRIS can be asked for it by that id. */
export type Keyed<Row> = { key: string; canOpen: boolean; row: Row };

/** Gives every record an id of its own, those without a number and those whose number came twice as well. */
export function keyed<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string | null,
  canOpen = true,
): Keyed<Row>[] {
  const taken = new Set<string>();
  return rows.map((row, index) => {
    const id = idOf(row);
    const isOwn = id !== null && !taken.has(id);
    const key = isOwn ? id : `row-${index + 1}`;
    taken.add(key);
    return { key, canOpen: canOpen && isOwn, row };
  });
}
