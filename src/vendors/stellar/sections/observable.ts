import type { Observable, ObservableType } from '#domain/section.ts';

/** An address is told from a name by its form: the vendor puts either in the same field. */
export function hostOrAddress(value: string, raw: string): Observable {
  return { type: addressType(value) ?? 'host', value, raw };
}

export function addressType(value: string): ObservableType | null {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(value)) return 'ipv4';
  return /^[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,7}(:[\d.]+)?$/i.test(value) ? 'ipv6' : null;
}

/** Each one once, in the order in which they came. */
export function distinct(observables: readonly Observable[]): Observable[] {
  return [...new Map(observables.map(one => [`${one.type} ${one.value}`, one])).values()];
}
