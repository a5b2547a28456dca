import type { Observable, ObservableType } from '#domain/section.ts';
import { isRecord, readText } from '../wire-parts.ts';
import { addressType } from './observable.ts';

export type FoundObservable = {
  observable: Observable;
  /** What else was said of it: 'tenantid 5593fb…'. */
  details: string;
};
export type ObservableGroup = { kind: string; found: readonly FoundObservable[] };

const typeOfKind: Readonly<Record<string, ObservableType>> = {
  hosts: 'host',
  external_hosts: 'host',
  users: 'user',
  files: 'file',
  urls: 'url',
};
/** Keys that name a thing, the most telling first. The documents name the kinds only, so any may come. */
const namingKeys = [
  'value',
  'ip',
  'url',
  'hash',
  'sha256',
  'sha1',
  'md5',
  'domain',
  'email',
  'host',
  'hostname',
  'username',
  'user',
  'path',
  'key',
  'name',
  'display_name',
  'id',
  '_id',
];

/** Observables by the vendor's kinds. A kind holds texts, or objects of unknown make, in a list or by name. */
export function readObservableGroups(kinds: Readonly<Record<string, unknown>>): ObservableGroup[] {
  return Object.entries(kinds)
    .map(([kind, value]) => ({ kind, found: distinct(readFound(kind, value, 0)) }))
    .filter(({ found }) => found.length > 0);
}

function readFound(kind: string, value: unknown, depth: number): FoundObservable[] {
  if (depth > 3) return [];
  if (Array.isArray(value)) return value.flatMap(item => readFound(kind, item, depth + 1));
  if (!isRecord(value)) {
    const text = readText(value).trim();
    return text === ''
      ? []
      : [{ observable: { type: typeOf(kind, '', text), value: text, raw: kind }, details: '' }];
  }
  const naming = namingKeys.find(key => readText(value[key]).trim() !== '');
  // Nothing names it: it holds things, or is an unknown one.
  if (naming === undefined) return Object.values(value).flatMap(item => readFound(kind, item, depth + 1));
  const name = readText(value[naming]).trim();
  const details = Object.entries(value).flatMap(([key, item]) => {
    const text = Array.isArray(item) ? item.map(readText).filter(Boolean).join(', ') : readText(item);
    return key === naming || text === '' ? [] : `${key} ${text}`;
  });
  return [
    {
      observable: { type: typeOf(kind, naming, name), value: name, raw: kind },
      details: details.join(' · '),
    },
  ];
}

function typeOf(kind: string, key: string, value: string): ObservableType {
  const address = addressType(value);
  if (address !== null) return address;
  if (/^([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i.test(value)) return 'hash';
  if (key === 'email') return 'mail';
  const known = typeOfKind[kind] ?? 'other';
  // URLs without a scheme come among them: a bare name is a domain.
  const isBareName = /^[\w-]+(\.[\w-]+)+$/.test(value);
  return isBareName && (known === 'url' || kind === 'external_hosts') ? 'domain' : known;
}

function distinct(found: readonly FoundObservable[]): FoundObservable[] {
  return [...new Map(found.map(one => [`${one.observable.type} ${one.observable.value}`, one])).values()];
}
