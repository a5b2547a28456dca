import type { Observable, ObservableType } from '#domain/section.ts';
import { isTopLevelDomain } from './top-level-domains.ts';

const groupTitles: Record<ObservableType, string> = {
  ipv4: 'IPv4 addresses',
  ipv6: 'IPv6 addresses',
  domain: 'Domains',
  url: 'URLs',
  hash: 'Hashes',
  mail: 'Mail addresses',
  host: 'Hosts',
  user: 'Users',
  file: 'Files',
  other: 'Others',
};

export function groupTitleOf(type: ObservableType): string {
  return groupTitles[type];
}

const hashNames: Readonly<Record<number, string>> = { 32: 'md5', 40: 'sha1', 64: 'sha256', 128: 'sha512' };

/** 'ipv4', 'sha256', 'user'; the vendor's own word where there is none of ours. */
export function typeWordOf({ type, value, raw }: Observable): string {
  if (type === 'hash') return hashNames[value.length] ?? 'hash';
  return type === 'other' && raw !== '' ? raw : type;
}

/** Could something make a link of it? Names of files and people, and hosts within a company, are shown as they are. */
export function leadsSomewhere({ type, value }: Observable): boolean {
  if (type === 'host') return isTopLevelDomain(value.slice(value.lastIndexOf('.') + 1).toLowerCase());
  return type !== 'hash' && type !== 'user' && type !== 'file';
}
