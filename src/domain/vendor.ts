import type { CaseDetail, Person, QueueRow } from './case.ts';
import type { Writer } from './command.ts';
import type { Connection, ConnectionForm, FormProblems, KeepPolicy } from './connection.ts';
import type { OperationTable } from './operation.ts';
import type { Download, Exchange, ItemDetail, ReceivedFile, SectionId, SectionPage } from './section.ts';

/** The link to the next hop: the gateway for an adapter, the vendor for the gateway. */
export type Fetch = (request: Request) => Promise<Response>;

/** What an adapter is given. It holds no secret and opens no connection of its own. */
export interface AdapterContext {
  connection: Connection;
  /** Speaks to the gateway. Relative to nothing: an adapter asks for `/api/c/{connectionId}{vendor path}` through `http/request.ts`. */
  fetch: Fetch;
  /** Epoch ms. The only clock an adapter may read. */
  now: () => number;
  /** Told of every call that was answered, by the signal it was made with: what the raw view shows. */
  trace?: (signal: AbortSignal, exchange: Exchange) => void;
  /** Waits between attempts. Rejects with the signal's reason when aborted. Tests pass one that does not wait. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * How far a pull got: opaque text that only the adapter which wrote it reads, kept beside the rows.
 * Given back, it either resumes an unfinished first pull or asks for what changed since.
 * One that cannot be read means: start over.
 */
export type Watermark = string;

export interface PullRequest {
  /** null: everything the keep policy holds. */
  since: Watermark | null;
  keep: KeepPolicy;
  signal: AbortSignal;
}

/** One page of a pull. Rows are upserted in the order given; a row may come twice. */
export interface PullPage {
  rows: readonly QueueRow[];
  /** Ids that the vendor no longer has (a 404 of an aged-out alert). Never ids that merely did not come. */
  gone: readonly string[];
  /** Ids of every row this connection still has, given only where the vendor's one list is complete: all others are gone. */
  complete?: readonly string[];
  /** How many records the vendor says there are under the keep policy; null when it does not say. */
  known: number | null;
  /** True where `known` is only a lower bound. */
  isKnownPartial: boolean;
  /** Kept after the rows of this page are safe. */
  watermark: Watermark;
  /** False while a first pull still runs; true once all that was asked for is here. */
  isCaughtUp: boolean;
}

export type CheckStep = {
  /** What is tested, as shown: 'Address answers', 'Key accepted', 'May read cases'. */
  label: string;
  state: 'passed' | 'failed' | 'not-tried';
  /** Problem code or vendor error reason when failed. */
  reason?: string;
  /** What was found: a version, a user's name; or the sentence that says what failed and what to do. */
  detail?: string;
  durationMs?: number;
  facts?: Readonly<Record<string, string>>;
};

export type CheckReport = { isPassed: boolean; steps: readonly CheckStep[] };

/** A vendor's implementation of reading. Every method throws VendorError; an abort throws the signal's reason. */
export interface Adapter {
  /** Tests a connection from the address to the permission to read cases, and says what failed. Throws nothing. */
  check(signal: AbortSignal): Promise<CheckReport>;
  /** All rows, or those changed since a watermark. Ends when caught up; the caller asks again later. */
  pull(request: PullRequest): AsyncGenerator<PullPage, void, void>;
  /** One record, whole. VendorError 'not-found' when it is gone, 'forbidden' when it may not be seen. */
  get(id: string, signal: AbortSignal): Promise<CaseDetail>;
  /**
   * A page of one section of a record; `cursor` null: the first. A section that is empty is a page without blocks.
   * VendorError 'unsupported' for a section that this vendor does not offer.
   */
  section(section: SectionId, id: string, cursor: string | null, signal: AbortSignal): Promise<SectionPage>;
  /** The whole of one row, post or node of a section that says it has more. */
  item(section: SectionId, id: string, itemId: string, signal: AbortSignal): Promise<ItemDetail>;
  /** Fetches bytes. `onProgress`: bytes so far, and all of them or null where the vendor does not say. */
  download(id: string, download: Download, options: DownloadOptions): Promise<ReceivedFile>;
  /** How its records are changed; absent: they are only read. */
  writer?: Writer;
  /** Whose credential this is; null when the vendor cannot say. */
  whoAmI(signal: AbortSignal): Promise<Person | null>;
}

export type DownloadOptions = {
  signal: AbortSignal;
  onProgress: (received: number, total: number | null) => void;
};

/** A product we speak to. One folder in `vendors/`, one line in `vendors/registry.ts`. */
export interface Vendor {
  /** Lower-case letters; part of settings files. */
  id: string;
  /** 'Stellar Cyber' */
  name: string;
  /** What the badge says: 'Stellar'. */
  shortName: string;
  /** What its records are: shown where somebody adds it. */
  offers: string;
  form: ConnectionForm;
  /** Beyond required fields and origins, which the form checks by itself. */
  validate(settings: Readonly<Record<string, string>>): FormProblems;
  /**
   * The addresses this connection speaks to, by target name, each an origin without a path ('https://api.mnemonic.no').
   * Throws nothing: an address that cannot be known is left out.
   */
  targets(settings: Readonly<Record<string, string>>): Readonly<Record<string, string>>;
  /**
   * Whole host names of a vendor's own cloud, where nobody hosts it themselves: no other host may be set (this machine
   * aside) and none may resolve to a private address. Absent: any host.
   */
  hosts?: readonly RegExp[];
  operations: OperationTable;
  /** The sections its records have. What is not here is said to be not offered. */
  sections: readonly SectionId[];
  /** The header that carries the credential, for a curl line, with a shell variable in the secret's place. */
  curlHeader: string;
  /** Calls at once to one connection. */
  maxConcurrency: number;
  /** How often to ask for changes while somebody looks, ms. */
  pollMs: number;
  createAdapter(context: AdapterContext): Adapter;
}
