import type { Candidate } from './candidate.ts';
import { fileEndings } from './file-endings.ts';
import { isTopLevelDomain } from './top-level-domains.ts';

// Words joined by dots. It begins where a run of its characters begins, so that no text is read more than once.
const dotted = /(?<![\p{L}\p{N}_$+~@-])[\p{L}\p{N}_$+~-]+(?:\.[\p{L}\p{N}_$+~-]+)+/gu;

const longestName = 253;
const label = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?$/u;

/** Names of products, not of files. */
const products: ReadonlySet<string> = new Set([
  'node.js',
  'vue.js',
  'next.js',
  'react.js',
  'asp.net',
  'vb.net',
  'ado.net',
]);
/** Top-level domains that stand in code and hardly ever in an address: 'response.data', 'list.map'. */
const wordsOfCode: ReadonlySet<string> = new Set(['call', 'data', 'foo', 'map', 'new']);
/** 'com.example.app', 'org.apache.tools': the order of packages, not of domains. */
const packageBegins: ReadonlySet<string> = new Set(['com', 'org', 'net', 'io', 'java', 'javax']);

/**
 * Domains and file names. Both are words joined by dots, and the last word decides: a file's ending goes first,
 * unless somebody broke the dots, which is done to domains alone. A domain ends with a top-level domain of IANA's list.
 */
export function* findNames(
  text: string,
  wasDefanged: (start: number, end: number) => boolean,
): Generator<Candidate> {
  for (const match of text.matchAll(dotted)) {
    const dashes = /^-+/.exec(match[0])?.[0].length ?? 0;
    const written = match[0].slice(dashes).replace(/-{1,64}$/, '');
    const start = match.index + dashes;
    const end = start + written.length;
    if (written.length > longestName || products.has(written.toLowerCase())) continue;
    const isSurelyDomain = wasDefanged(start, end);
    if (!isSurelyDomain && isFileName(written)) yield { start, end, type: 'file', value: written };
    else if (isDomain(written, isSurelyDomain))
      yield { start, end, type: 'domain', value: written.toLowerCase() };
  }
}

function isFileName(written: string): boolean {
  const dot = written.lastIndexOf('.');
  return fileEndings.has(written.slice(dot + 1).toLowerCase()) && !isHash(written.slice(0, dot));
}

/** 'd41d….bin': the hash is worth more than the name. */
function isHash(stem: string): boolean {
  return /^[0-9a-f]+$/i.test(stem) && [32, 40, 64, 128].includes(stem.length);
}

function isDomain(written: string, isSurely: boolean): boolean {
  const labels = written.toLowerCase().split('.');
  const last = labels.at(-1) ?? '';
  const first = labels[0] ?? '';
  if (!isTopLevelDomain(last) || !labels.every(part => label.test(part))) return false;
  if (isSurely) return true;
  if (wordsOfCode.has(last) || fileEndings.has(last)) return false;
  if (labels.length > 2 && packageBegins.has(first)) return false;
  // '9.am'; the short ones that are registered have three digits and more: 163.com.
  if (labels.length === 2 && /^\d{1,2}$/.test(first)) return false;
  // 'System.Net', and a sentence that begins without a space: 'the end.In the'.
  return written.endsWith(last) || written === written.toUpperCase();
}
