import * as v from 'valibot';
import type { Observable, ObservableType } from '#domain/section.ts';

const ipv4 = v.pipe(v.string(), v.ipv4());
const ipv6 = v.pipe(v.string(), v.ipv6());

/** Where an event of the second format, and one of the first, names what cases can share. */
const places: readonly [path: string, type: ObservableType | 'ip'][] = [
  ['user.email', 'user'],
  ['deviceUserName', 'user'],
  ['file.name', 'file'],
  ['fileName', 'file'],
  ['file.hash.md5', 'hash'],
  ['file.hash.sha256', 'hash'],
  ['md5Checksum', 'hash'],
  ['sha256Checksum', 'hash'],
  ['source.name', 'host'],
  ['osHostName', 'host'],
  ['source.ip', 'ip'],
  ['source.privateIp', 'ip'],
  ['publicIpAddress', 'ip'],
  ['privateIpAddresses', 'ip'],
  ['destination.ip', 'ip'],
  ['source.domains', 'domain'],
  ['destination.domains', 'domain'],
  ['destination.tabs.url', 'url'],
  ['source.tabs.url', 'url'],
  ['tabUrl', 'url'],
  ['destination.user.email', 'mail'],
  ['destination.email.recipients', 'mail'],
];

export function toEventObservables(event: Record<string, unknown>): Observable[] {
  return places.flatMap(([path, type]) =>
    textsAt(event, path.split('.')).flatMap((value): Observable[] => {
      if (type !== 'ip') return [{ type, value, raw: path }];
      // A device's own loopback is nobody's. Some documented addresses are none.
      if (value === '127.0.0.1' || value === '::1') return [];
      if (v.is(ipv4, value)) return [{ type: 'ipv4', value, raw: path }];
      return v.is(ipv6, value) ? [{ type: 'ipv6', value, raw: path }] : [];
    }),
  );
}

/** The texts at a path; lists on the way stand for each of their elements. */
function textsAt(value: unknown, path: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap(item => textsAt(item, path));
  const [key, ...rest] = path;
  if (key === undefined) return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [];
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return [];
  return textsAt(Reflect.get(value, key), rest);
}
