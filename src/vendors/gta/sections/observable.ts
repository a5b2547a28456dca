import type { Observable, ObservableType } from '#domain/section.ts';

/** Who the service takes for the owner of an asset: a host's name, a user's, a mail address. It does not say which. */
export function toOwner(value: string): Observable {
  return { type: addressType(value) ?? (value.includes('@') ? 'mail' : 'other'), value, raw: 'assumedOwner' };
}

/** null: not an address. */
export function toAddress(value: string, raw: string): Observable | null {
  const type = addressType(value);
  return type === null ? null : { type, value, raw };
}

function addressType(value: string): ObservableType | null {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(value)) return 'ipv4';
  return /^[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,7}(:[\d.]+)?$/i.test(value) ? 'ipv6' : null;
}

/** Each one once, in the order in which they came. */
export function distinct(observables: readonly Observable[]): Observable[] {
  return [...new Map(observables.map(one => [`${one.type} ${one.value}`, one])).values()];
}
