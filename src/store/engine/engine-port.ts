import type { CaseDetail, CaseRef, Person, QueueRow } from '#domain/case.ts';
import type { Command, Offer } from '#domain/command.ts';
import type { Connection } from '#domain/connection.ts';
import type { IndexQuery, IndexResult, IndexWindow } from '#domain/queue-index.ts';
import type {
  Download,
  ItemDetail,
  Observable,
  ReceivedFile,
  SectionId,
  SectionPage,
} from '#domain/section.ts';
import type { ConnectionState } from '#domain/sync-state.ts';
import type { VendorErrorInit } from '#domain/vendor-error.ts';
import type { LedgerLine } from '../outbox/ledger-line.ts';
import type { OutboxEntry } from '../outbox/outbox-entry.ts';

/** What the engine tells without being asked. */
export type EngineEvent =
  /** Rows or states changed, told together at most four times a second. `revision` grows when rows changed. */
  | { type: 'changed'; revision: number; states: readonly ConnectionState[] }
  /** The cache on disk was unreadable or of an older make and is being read anew from the vendors. */
  | { type: 'cache-rebuilt'; reason: string }
  /** Rows could not be written to disk; what is shown is whole, but a reload would not have it. */
  | { type: 'disk-trouble'; sentence: string }
  | { type: 'identity'; connectionId: string; person: Person }
  /** Another tab added, changed or removed a connection. */
  | { type: 'connections-changed' }
  /** What waits to be written, whenever it changes. */
  | { type: 'outbox'; entries: readonly OutboxEntry[] }
  /** A record was changed at the vendor from this browser. */
  | { type: 'written'; ref: CaseRef }
  /** A sentence: a change could not be taken further here. */
  | { type: 'outbox-trouble'; sentence: string }
  /** Casefold was started anew: it does not take this page's token any more, and the page asks it nothing. */
  | { type: 'locked-out' };

/** A vendor error does not survive the way between threads, so results that may fail travel as data. */
export type Outcome<Value> = { ok: true; value: Value } | { ok: false; error: VendorErrorInit };

export type QueueAnswer = { result: IndexResult; window: IndexWindow };

/** Rows that would join or leave an order if its question were asked again. */
export type Drift = { added: number; removed: number };

/** Which other records that are held hold an observable too. */
export type Sightings = {
  count: number;
  /** How many vendors these are of. */
  vendorCount: number;
  /** How many of them nobody has to work on any more. */
  closedCount: number;
  /** At most 20 of them, the latest changed first. */
  latest: readonly QueueRow[];
};

/**
 * The part of Casefold that runs in a worker: the adapters, the sync and the index. The page asks it for windows and
 * never holds the list. Every method resolves; what may fail at a vendor resolves to an Outcome.
 */
export interface Engine {
  /** Loads what is on disk, then keeps the connections current. Called once. */
  start(options: EngineOptions, listener: (event: EngineEvent) => void): Promise<void>;
  /**
   * The connections as the gateway has them now. New ones begin to sync; removed ones lose their rows, and so do those
   * whose address or keep policy changed: they are read anew.
   */
  setConnections(connections: readonly Connection[]): Promise<void>;
  setVisible(isVisible: boolean): Promise<void>;
  /** Asks the vendor again at once; null: all of them. Also what wakes one that waits for a person. */
  syncNow(connectionId: string | null): Promise<void>;
  /** Removes a connection's rows from memory and disk and reads them again from the vendor. */
  forgetCached(connectionId: string): Promise<void>;
  /** Connections whose rows stay in memory only; what was on disk of them is removed. */
  setMemoryOnly(connectionIds: readonly string[]): Promise<void>;

  /** Answers a query and the first window of it in one message. */
  open(query: IndexQuery, offset: number, limit: number): Promise<QueueAnswer>;
  /** null: the order is no longer held, open the query again. */
  window(resultId: number, offset: number, limit: number): Promise<IndexWindow | null>;
  drift(resultId: number): Promise<Drift>;
  /** References of a stretch of an order, both ends included. */
  refs(resultId: number, from: number, to: number): Promise<readonly CaseRef[]>;
  /** Place of a record in an order; -1 when it is not in it. */
  positionOf(resultId: number, ref: CaseRef): Promise<number>;
  /** Records of an order that the same rule of the same connection made, judged by their titles. */
  alike(resultId: number, ref: CaseRef): Promise<readonly CaseRef[]>;
  row(ref: CaseRef): Promise<QueueRow | null>;
  /** How many rows match, without opening an order. */
  count(query: IndexQuery): Promise<number>;
  /**
   * The record holds these: where else are they? An answer for each, in their order. Of another record its row is
   * looked at (title, ids, people, tags), and what this was told before that it holds.
   */
  whereSeen(ref: CaseRef, observables: readonly Observable[]): Promise<readonly Sightings[]>;
  detail(ref: CaseRef): Promise<Outcome<Traced<CaseDetail>>>;
  /** A page of one section; `cursor` null: the first. */
  section(ref: CaseRef, section: SectionId, cursor: string | null): Promise<Outcome<Traced<SectionPage>>>;
  /** One record of a section, whole. */
  item(ref: CaseRef, section: SectionId, itemId: string): Promise<Outcome<Traced<ItemDetail>>>;
  /** What may be done with a record now. */
  offers(ref: CaseRef): Promise<Outcome<readonly Offer[]>>;
  /**
   * Keeps commands on disk, and sends them in their turn once `delayMs` have passed. Resolves when they are safe; not
   * ok: they could not be kept, and nothing was sent.
   */
  write(commands: readonly Command[], delayMs: number): Promise<Outcome<null>>;
  /** Sends one again that failed, or one in conflict as it was meant. */
  retryWrite(id: string): Promise<void>;
  /** Takes commands out that were not sent; their text stays in the ledger. */
  discardWrites(ids: readonly string[]): Promise<void>;
  /** What was written from this browser, newest first. */
  ledger(): Promise<readonly LedgerLine[]>;
  /** `onProgress`: bytes so far, and all of them where the vendor says; called by `Comlink.proxy`. */
  download(
    ref: CaseRef,
    download: Download,
    onProgress: (received: number, total: number | null) => void,
  ): Promise<Outcome<ReceivedFile>>;
  /** Breaks off what `download` fetches of this record under this id; its outcome is then a failure. */
  cancelDownload(ref: CaseRef, downloadId: string): Promise<void>;
}

/** A result beside the calls that it was read with. */
export type Traced<Value> = { value: Value; calls: readonly TracedCall[] };

export type TracedCall = {
  method: string;
  /** At the vendor, whole. */
  url: string;
  body?: unknown;
  answer: unknown;
  /** As a shell line, with a variable in the secret's place. */
  curl: string;
};

export type EngineOptions = {
  /** The gateway's per-launch token; null in the demo. */
  token: string | null;
  connections: readonly Connection[];
  memoryOnly: readonly string[];
  isVisible: boolean;
};
