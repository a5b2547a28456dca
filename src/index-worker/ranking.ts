/** The rank of what has no value. It comes last in both directions. */
export const missingRank = 0xffffffff;

/** Dense ranks, equal for what counts as equal, by code (dictionary columns) or by slot (number columns). */
export type Ranking = { rankOf: Uint32Array; count: number };
