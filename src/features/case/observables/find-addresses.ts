import ipaddr from 'ipaddr.js';
import type { Candidate } from './candidate.ts';
import { innerEndings, isTopLevelDomain } from './top-level-domains.ts';

const longestUrl = 2_048;

// Every pattern here begins where the run of its own characters begins, so that no text is read more than once.
const url = new RegExp(`(?<![\\p{L}\\p{N}])(?:https?|ftps?)://[^\\s<>"'\`{}|\\\\^]{1,${longestUrl}}`, 'giu');
const nextUrl = /[,;](?=(?:https?|ftps?):\/\/)/i;
const mail =
  /(?<![\p{L}\p{N}._%+@-])[\p{L}\p{N}_%+][\p{L}\p{N}._%+-]{0,63}@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/gu;
const ipV4 = /(?<![\p{L}\p{N}_.])(?<!\p{L}[/])\d{1,3}(?:\.\d{1,3}){3}(?![\p{L}\p{N}_]|\.[\p{L}\p{N}])/gu;
// Four numbers are a version where the word before says so: 'version 1.2.3.4', 'Chrome/120.0.0.0'.
const versionBefore = /(?:\b(?:version|ver|v|build|release|rev|section|chapter)[.:=]?\s{0,2}|§\s?)$/i;
const ipV6 = /(?<![\w:.])(?=[0-9a-f]{0,4}:)[0-9a-f:]{3,39}(?::\d{1,3}(?:\.\d{1,3}){3})?(?![\w:]|\.\d)/gi;
const hash = /(?<![\w-])(?:[0-9a-f]{128}|[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})(?![\w-])/gi;

export function* findUrls(text: string): Generator<Candidate> {
  for (const match of text.matchAll(url)) {
    let start = match.index;
    let rest = match[0];
    // A list without spaces: 'https://a.example,https://b.example'.
    for (let cut = nextUrl.exec(rest); cut !== null; cut = nextUrl.exec(rest)) {
      yield* oneUrl(rest.slice(0, cut.index), start);
      start += cut.index + 1;
      rest = rest.slice(cut.index + 1);
    }
    yield* oneUrl(rest, start);
  }
}

function* oneUrl(written: string, start: number): Generator<Candidate> {
  const trimmed = withoutProseAtEnd(written);
  const value = trimmed.replace(/^[a-z]+/i, scheme => scheme.toLowerCase());
  if (URL.canParse(value)) yield { start, end: start + trimmed.length, type: 'url', value };
}

/** Marks that end a sentence or an emphasis around it; a bracket that was opened within stays. */
function withoutProseAtEnd(written: string): string {
  let end = written.length;
  let spareRound = count(written, '(') - count(written, ')');
  let spareSquare = count(written, '[') - count(written, ']');
  while (end > 0) {
    const last = written.charAt(end - 1);
    if (last === ')' && spareRound < 0) spareRound++;
    else if (last === ']' && spareSquare < 0) spareSquare++;
    else if (!'.,;:!?*_~»”’…'.includes(last)) break;
    end--;
  }
  return written.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

export function* findMails(text: string): Generator<Candidate> {
  for (const { index, 0: written, 1: host = '' } of text.matchAll(mail)) {
    const ending = host.slice(host.lastIndexOf('.') + 1).toLowerCase();
    if (!isTopLevelDomain(ending) && !innerEndings.has(ending)) continue;
    yield { start: index, end: index + written.length, type: 'mail', value: written.toLowerCase() };
  }
}

export function* findIpV4(text: string): Generator<Candidate> {
  for (const { index, 0: value } of text.matchAll(ipV4)) {
    if (!ipaddr.IPv4.isValidFourPartDecimal(value) || /(?:^|\.)0\d/.test(value)) continue;
    if (versionBefore.test(text.slice(Math.max(0, index - 12), index))) continue;
    // No machine's address: this one, nobody, everybody, a netmask.
    if (/^(?:0|127|255)\./.test(value)) continue;
    yield { start: index, end: index + value.length, type: 'ipv4', value };
  }
}

/** In the form of RFC 5952, so that two spellings of one address are one. */
export function* findIpV6(text: string): Generator<Candidate> {
  for (const { index, 0: match } of text.matchAll(ipV6)) {
    const written = /[^:]:$/.test(match) ? match.slice(0, -1) : match;
    if (!ipaddr.IPv6.isValid(written)) continue;
    const address = ipaddr.IPv6.parse(written);
    const place = { start: index, end: index + written.length };
    if (address.isIPv4MappedAddress())
      yield { ...place, type: 'ipv4', value: address.toIPv4Address().toString() };
    else if (isGivenToMachines(address)) yield { ...place, type: 'ipv6', value: address.toRFC5952String() };
  }
}

/** 'dead::beef' and 'a::b' are words of programs, '12:30::' a time; what is in use begins with 2, 3 or f. */
function isGivenToMachines(address: ipaddr.IPv6): boolean {
  const first = address.parts[0] ?? 0;
  return (first >= 0x2000 && first <= 0x3fff) || first >= 0xfc00;
}

export function* findHashes(text: string): Generator<Candidate> {
  for (const { index, 0: written } of text.matchAll(hash)) {
    // A long number, or a placeholder of one character.
    if (/^\d+$/.test(written) || /^(.)\1*$/.test(written)) continue;
    yield { start: index, end: index + written.length, type: 'hash', value: written.toLowerCase() };
  }
}
