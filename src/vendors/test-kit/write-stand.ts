import type { QueueRow } from '#domain/case.ts';
import type { Change, FieldValues, Offer, Verdict, Writer } from '#domain/command.ts';
import type { Adapter } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { type Chain, createChain, readPages, still } from './chain.ts';
import { isOpen, takeAll } from './held.ts';
import { sampleChange } from './sample-change.ts';
import type { Subject } from './subject.ts';
import { type Writes, watchWrites } from './watch-writes.ts';

/** A change that some record allows, by its offer's name and field. */
export type Sample = { offer: Offer; row: QueueRow; change: Change };

export type WriteStand = {
  chain: Chain;
  writes: Writes;
  rows: readonly QueueRow[];
  /** As after a reload: it remembers nothing of what was sent. */
  newWriter: () => Writer;
  /** One record for each change that is available anywhere: an open one where there is one. */
  samples: ReadonlyMap<string, Sample>;
};

const size = 40;

export function writerOf(adapter: Adapter): Writer {
  if (adapter.writer === undefined) throw new Error('This vendor has no writer.');
  return adapter.writer;
}

/** A vendor alone, with records that nobody else changes. */
export async function createWriteStand(subject: Subject): Promise<WriteStand> {
  const chain = createChain(subject, { size });
  const writes = watchWrites(subject, chain);
  const rows = [...takeAll(await readPages(chain.pull())).values()];
  const newWriter = () => writerOf(chain.newAdapter());
  const samples = new Map<string, Sample>();
  const open = rows.filter(isOpen);
  for (const row of [...open.slice(0, 4), ...rows.filter(one => !isOpen(one)).slice(0, 2)]) {
    await chain.rest();
    for (const offer of await newWriter().offers(row.id, still())) {
      const key = nameOf(offer);
      if (offer.unavailable === null && !samples.has(key))
        samples.set(key, { offer, row, change: sampleChange(offer, row) });
    }
  }
  return { chain, writes, rows, newWriter, samples };
}

export function nameOf({ name, field }: Pick<Offer, 'name' | 'field'>): string {
  return field === undefined ? name : `${name} ${field}`;
}

export type Run = { fresh: FieldValues; wanted: FieldValues; sentAt: number; verdict: Verdict };

/** What the outbox does, without a base. */
export async function runChange(stand: WriteStand, id: string, change: Change): Promise<Run> {
  await stand.chain.rest();
  const writer = stand.newWriter();
  const fresh = await writer.fresh(id, change, still());
  const wanted = writer.wanted(change, fresh);
  const sentAt = stand.chain.clock.now;
  await writer.send(id, change, fresh, still());
  return { fresh, wanted, sentAt, verdict: await writer.verify(id, change, sentAt, still()) };
}

/** Everything that a page shows of a record. */
export async function readShown({ chain }: WriteStand, subject: Subject, id: string) {
  await chain.rest();
  const adapter = chain.newAdapter();
  const detail = await adapter.get(id, still());
  const pages = [];
  for (const section of subject.vendor.sections)
    pages.push(await adapter.section(section, id, null, still()));
  return { row: detail.row, text: JSON.stringify([detail, pages.map(({ blocks }) => blocks)]) };
}

/** How often words stand in what is shown. */
export function countWords(shown: string, words: string): number {
  return shown.split(JSON.stringify(words).slice(1, -1)).length - 1;
}

export async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    reason => reason,
  );
}

/** It was said no, for good: an outbox does not ask again. */
export function isRefusal(error: unknown): boolean {
  return error instanceof VendorError && !error.retryable;
}
