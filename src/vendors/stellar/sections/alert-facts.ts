import type { Observable } from '#domain/section.ts';
import type { Stamp } from '#domain/stamp.ts';
import type { Status, Worded } from '#domain/words.ts';
import { statusOf } from '../mapping.ts';
import type { WireAlert } from './alert-wire.ts';
import { addressType, distinct, hostOrAddress } from './observable.ts';

type Named = { id: string; name: string };

/** '' where the vendor named nothing at all. */
export function titleOf({ _source: { xdr_event: event } }: WireAlert): string {
  return event.display_name || event.name;
}

/** When the alert was raised; older documents tell only of what it saw, or when it was written down. */
export function raisedAt({ _source }: WireAlert): Stamp | null {
  const { stellar, alert_time: alertAt, timestamp, write_time: writtenAt } = _source;
  return stellar.alert_time ?? alertAt ?? timestamp ?? writtenAt;
}

export function alertStatus({ _source }: WireAlert): Worded<Status> | null {
  const raw = _source.event_status || _source.stellar.status;
  return raw === '' ? null : { value: statusOf(raw) ?? 'other', raw };
}

/** Ids that begin with X are the vendor's own, all others MITRE's. */
export function attackOf({ _source: { xdr_event: event } }: WireAlert): {
  tactics: Named[];
  techniques: Named[];
} {
  const pairs = [{ tactic: event.tactic, technique: event.technique }, ...event.ttps];
  return {
    tactics: distinctNames(pairs.map(pair => pair.tactic)),
    techniques: distinctNames(pairs.map(pair => pair.technique)),
  };
}

export function sourceOf({ _source }: WireAlert): Observable[] {
  return endOf(_source.srcip, 'srcip', _source.srcip_host, 'srcip_host');
}

export function destinationOf({ _source }: WireAlert): Observable[] {
  return endOf(_source.dstip, 'dstip', _source.dstip_host, 'dstip_host');
}

export function usersOf({ _source }: WireAlert): Observable[] {
  return [
    { type: 'user' as const, value: _source.srcip_username, raw: 'srcip_username' },
    { type: 'user' as const, value: _source.srcip_usersid, raw: 'srcip_usersid' },
  ].filter(({ value }) => value.trim() !== '');
}

export function observablesOf(alert: WireAlert): Observable[] {
  return distinct([...sourceOf(alert), ...destinationOf(alert), ...usersOf(alert)]);
}

/** Where no name is known the vendor repeats the address as the host. */
function endOf(address: string, addressField: string, host: string, hostField: string): Observable[] {
  const isName = host !== address && addressType(host) === null;
  return [hostOrAddress(address, addressField), ...(isName ? [hostOrAddress(host, hostField)] : [])].filter(
    ({ value }) => value.trim() !== '',
  );
}

function distinctNames(all: readonly Named[]): Named[] {
  const named = all.filter(({ id, name }) => id !== '' || name !== '');
  return [...new Map(named.map(one => [one.id || one.name, one])).values()];
}
