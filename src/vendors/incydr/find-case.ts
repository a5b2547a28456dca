import * as v from 'valibot';
import { noSuchCase, notUnderstood } from './errors.ts';
import { type WireCaseDetail, wireCaseDetail } from './wire.ts';

type FoundCase = { wire: WireCaseDetail; body: unknown };

type GetCase = (
  name: 'getCase',
  args: { params: { number: string }; numbers: 'exact'; signal: AbortSignal },
) => Promise<unknown>;

/** One case, whole. VendorError 'not-found' for what is no case number. */
export function createFindCase(call: GetCase): (id: string, signal: AbortSignal) => Promise<FoundCase> {
  return async (id, signal) => {
    if (!/^\d{1,15}$/.test(id)) throw noSuchCase(null);
    const body = await call('getCase', { params: { number: id }, numbers: 'exact', signal });
    const wire = v.safeParse(wireCaseDetail, body);
    if (!wire.success) throw notUnderstood('a case');
    return { wire: wire.output, body };
  };
}
