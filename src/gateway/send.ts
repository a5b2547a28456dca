import type { Connection } from '#domain/connection.ts';

/** What the outgoing hop needs to know beside the request. */
export type Hop = {
  /** For its trust settings (`caFile`, `certificateSha256`). */
  connection: Connection;
  /** May the address be a private one? True for vendors that people host themselves. */
  isPrivateAllowed: boolean;
  /** Decompressed; a body that is read whole and goes beyond it is dropped as 'too-large'. */
  maxResponseBytes: number;
  /** Default 'json'. 'file': the body of a 2xx answer is not read here but passed on as it comes, whatever its length. */
  answer?: 'json' | 'file';
};

/**
 * The last hop, gateway to vendor. Follows no redirect, sends no cookie, answers whatever the vendor answered,
 * decompressed. Throws GatewayProblem when there was no answer. A simulator's `Fetch` is one.
 */
export type Send = (request: Request, hop: Hop) => Promise<Response>;
