import * as v from 'valibot';
import type { Observable } from '#domain/section.ts';
import type { WireEnd, WireEvent } from './events-wire.ts';

const ipv4 = v.pipe(v.string(), v.ipv4());
const ipv6 = v.pipe(v.string(), v.ipv6());

/** What the event names itself: both ends, the domain and the address that was asked for. */
export function toObservables(event: WireEvent): Observable[] {
  const { domain, uri } = event;
  return [
    ...toAddress(event.source, 'source'),
    ...toAddress(event.destination, 'destination'),
    ...(domain?.fqdn?.trim() ? [{ type: 'domain' as const, value: domain.fqdn.trim(), raw: 'domain' }] : []),
    ...(uri !== null && /^https?:\/\/\S+$/i.test(uri)
      ? [{ type: 'url' as const, value: uri, raw: 'uri' }]
      : []),
  ];
}

function toAddress(end: WireEnd, raw: string): Observable[] {
  const address = end?.networkAddress?.address?.trim() ?? '';
  if (v.is(ipv4, address)) return [{ type: 'ipv4', value: address, raw }];
  return v.is(ipv6, address) ? [{ type: 'ipv6', value: address, raw }] : [];
}
