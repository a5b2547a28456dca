import type { TimelineEntry } from '#domain/timeline.ts';
import { plainText } from './plain-text.ts';
import { microsecondsOf } from './stamp-span.ts';
import { isInstant } from './zone-time.ts';

/** What was read of one section: its entries, page by page, and when. */
export type EntryPages = {
  pages: readonly (readonly TimelineEntry[])[];
  /** Epoch ms by this machine's clock. */
  readAt: number;
};

export type MergedEntry = {
  entry: TimelineEntry;
  readAt: number;
  microseconds: number;
  /** Everything in it that can be searched for, in lower case. */
  searched: string;
};

export type Merged = {
  /** Each once, the earliest first; what is of the same instant in the order it came. */
  entries: readonly MergedEntry[];
  /** How many have a time that is none. */
  timelessCount: number;
};

const searchedLength = 20_000;

export function mergeEntries(reads: readonly EntryPages[]): Merged {
  const byId = new Map<string, MergedEntry>();
  const timeless = new Set<string>();
  for (const { pages, readAt } of reads)
    for (const entry of pages.flat()) {
      if (byId.has(entry.id)) continue;
      if (!isInstant(entry.stamp.at)) timeless.add(entry.id);
      else byId.set(entry.id, toMerged(entry, readAt));
    }
  const entries = [...byId.values()].sort(
    (a, b) => a.entry.stamp.at - b.entry.stamp.at || a.microseconds - b.microseconds,
  );
  return { entries, timelessCount: timeless.size };
}

/** Kept from one merge to the next: pages come one by one, and all that is held is merged anew each time. */
const searchedTexts = new WeakMap<TimelineEntry, string>();

function toMerged(entry: TimelineEntry, readAt: number): MergedEntry {
  let searched = searchedTexts.get(entry);
  if (searched === undefined) {
    searched = searchedTextOf(entry);
    searchedTexts.set(entry, searched);
  }
  return { entry, readAt, microseconds: microsecondsOf(entry.stamp), searched };
}

function searchedTextOf({ actor, action, subject, support, body, labels, stamp }: TimelineEntry): string {
  const words = body === null ? '' : plainText({ ...body, text: body.text.slice(0, searchedLength) });
  return [actor ?? '', action, subject, support, words, ...labels, stamp.original].join(' ').toLowerCase();
}
