import { observableKey } from '#domain/observable-key.ts';
import type { Observable } from '#domain/section.ts';
import type { Candidate } from './candidate.ts';
import { findHashes, findIpV4, findIpV6, findMails, findUrls } from './find-addresses.ts';
import { findNames } from './find-names.ts';
import { refangText } from './refanged-text.ts';

/** Longer texts are read to here: megabytes of a hostile field must not hold up the page. */
const longestRead = 65_536;
const shortestKnown = 3;

export type Segment = { text: string; observable: Observable | null };

/** What the vendor named in the case, by lower-case value: hosts and users have no form of their own to be known by. */
export type KnownObservables = ReadonlyMap<string, Observable>;
export const nothingKnown: KnownObservables = new Map();

type Found = { start: number; end: number; observable: Observable };

/**
 * The observables of a text, as it stands or defanged. No library of the registry tells where in the text it found
 * something, so the patterns are our own; the lists behind them are IANA's. Left out on purpose, because it would be
 * wrong more often than right: 'dot' without brackets, '\.' of regular expressions, hosts and users the vendor did not
 * name, loopback and netmasks.
 */
function findObservables(original: string, known: KnownObservables): Found[] {
  const { text, place } = refangText(original.slice(0, longestRead));
  const wasDefanged = (start: number, end: number) => place(start, end).wasDefanged;
  const candidates = [
    ...findKnown(text, known),
    ...findUrls(text),
    ...findMails(text),
    ...findIpV6(text),
    ...findIpV4(text),
    ...findHashes(text),
    ...findNames(text, wasDefanged),
  ].filter(({ end }) => original.length <= longestRead || end < text.length);
  // The first in the text, and of those that begin together the longest; the order above decides what is left.
  candidates.sort((a, b) => a.start - b.start || b.end - a.end);

  const found: Found[] = [];
  let takenTo = 0;
  for (const { start, end, type, value } of candidates) {
    if (start < takenTo) continue;
    takenTo = end;
    const named = known.get(value.toLowerCase());
    const stands = place(start, end);
    found.push({ ...stands, observable: named ?? { type, value, raw: '' } });
  }
  return found;
}

const words = /[\p{L}\p{N}_$.\\@-]+/gu;

function* findKnown(text: string, known: KnownObservables): Generator<Candidate> {
  if (known.size === 0) return;
  for (const { index, 0: run } of text.matchAll(words)) {
    const word = run.replace(/\.{1,3}$/, '');
    const observable = known.get(word.toLowerCase());
    if (observable === undefined || word.length < shortestKnown || /^\d+$/.test(word)) continue;
    yield { start: index, end: index + word.length, type: observable.type, value: observable.value };
  }
}

/** The whole text in pieces, in order: joined they are the text again. */
export function splitObservables(text: string, known: KnownObservables = nothingKnown): Segment[] {
  const segments: Segment[] = [];
  let copiedTo = 0;
  for (const { start, end, observable } of findObservables(text, known)) {
    if (start > copiedTo) segments.push({ text: text.slice(copiedTo, start), observable: null });
    segments.push({ text: text.slice(start, end), observable });
    copiedTo = end;
  }
  if (copiedTo < text.length || segments.length === 0)
    segments.push({ text: text.slice(copiedTo), observable: null });
  return segments;
}

/** The observables alone, each once. */
export function observablesIn(text: string): Observable[] {
  const found = findObservables(text, nothingKnown).map(({ observable }) => observable);
  return [...new Map(found.map(observable => [observableKey(observable), observable])).values()];
}
