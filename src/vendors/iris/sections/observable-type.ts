import type { Observable, ObservableType } from '#domain/section.ts';

/** IRIS's 160 types are those of MISP: 'ip-dst', 'sha256', 'domain|ip'. https://www.misp-project.org/datamodels/#types */
const byWord: readonly [RegExp, ObservableType][] = [
  [
    /^(md5|sha\d*|sha512\/\d+|sha3-\d+|ssdeep|imphash|tlsh|authentihash|impfuzzy|pehash|vhash|telfhash)$/,
    'hash',
  ],
  [/^(url|uri|link)$/, 'url'],
  [/^(domain)$/, 'domain'],
  [/^(hostname|target-machine|windows-service-host)$/, 'host'],
  [/^(email|email-src|email-dst|email-reply-to|target-email|whois-registrant-email|dns-soa-email)$/, 'mail'],
  [/^(account|target-user|github-username|twitter-id|jabber-id)$/, 'user'],
  [/^(filename|file-path|email-attachment|pdb)$/, 'file'],
];

/** An IOC as what it can be compared by; one of a pair of types ('filename|sha256') is two. */
export function toObservables(value: string | null, type: string | null): Observable[] {
  if (value === null || value.trim() === '') return [];
  const types = (type ?? '').split('|');
  const values = value.split('|');
  if (types.length === 1 || types.length !== values.length) return [toObservable(value.trim(), type ?? '')];
  return values
    .map((part, index) => toObservable(part.trim(), types[index] ?? ''))
    .filter(observable => observable.value !== '');
}

function toObservable(value: string, raw: string): Observable {
  return { type: typeOf(value, raw.toLowerCase()), value, raw };
}

function typeOf(value: string, word: string): ObservableType {
  if (word === '') return typeByLook(value);
  if (/^ip(-|$)|^ip-(src|dst)/.test(word)) return value.includes(':') ? 'ipv6' : 'ipv4';
  return byWord.find(([pattern]) => pattern.test(word))?.[1] ?? 'other';
}

/** Where IRIS gives a value without its type. A domain and a file name look the same. */
function typeByLook(value: string): ObservableType {
  if (isAddress(value)) return value.includes(':') ? 'ipv6' : 'ipv4';
  if (isHash(value)) return 'hash';
  if (/^https?:\/\//i.test(value)) return 'url';
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? 'mail' : 'other';
}

function isAddress(text: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$|^[\da-f:.]*:[\da-f:.]*:[\da-f:.]*$/i.test(text);
}

function isHash(text: string): boolean {
  return /^([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$/i.test(text);
}

/** An address as IRIS keeps it in a field for one; several are separated by comma or space. */
export function toAddresses(text: string | null): Observable[] {
  return (text ?? '')
    .split(/[\s,;]+/)
    .filter(isAddress)
    .map(address => toObservable(address, 'ip'));
}

/** A hash of any length that is one. */
export function toHash(text: string | null): Observable[] {
  const hash = (text ?? '').trim();
  return isHash(hash) ? [{ type: 'hash', value: hash.toLowerCase(), raw: '' }] : [];
}
