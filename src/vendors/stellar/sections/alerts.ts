import * as v from 'valibot';
import type { ItemDetail, SectionPage } from '#domain/section.ts';
import { VendorError } from '#domain/vendor-error.ts';
import type { SectionReader } from '#http/sections.ts';
import type { CaseAccess } from '../case-access.ts';
import { notUnderstood, tenantMismatch } from '../errors.ts';
import { isRecord } from '../wire-parts.ts';
import { observablesOf } from './alert-facts.ts';
import { alertColumns, alertObservables, toAlertEntries, toAlertRow } from './alert-row.ts';
import { readAlerts, type WireAlert, wireAlertHits, wireAlertPage } from './alert-wire.ts';
import { attempt } from './attempt.ts';
import { flattenRecord } from './flatten-record.ts';
import { distinct } from './observable.ts';

/** The server gives no more at once, whatever is asked for. */
const pageSize = 50;
/** How many alerts are looked through for one that the search does not give. */
const mostSearched = 500;

export function createAlerts({ call, read, allow, tenantId }: CaseAccess): SectionReader {
  async function page(id: string, skip: number, signal: AbortSignal): Promise<unknown[]> {
    const body = await call('listAlerts', { params: { id }, query: { limit: pageSize, skip }, signal });
    const parsed = v.safeParse(wireAlertPage, body);
    if (!parsed.success) throw notUnderstood('a list of alerts');
    return parsed.output.data.docs;
  }

  /** There is no total: the end is a page that is not full, and never beyond what the case says it holds. */
  async function readPage(id: string, cursor: string | null, signal: AbortSignal): Promise<SectionPage> {
    const skip = Number(cursor ?? 0);
    const [wire, docs] = await Promise.all([read(id, signal), page(id, skip, signal)]);
    const alerts = readAlerts(docs);
    const itemIds = distinctItemIds(alerts);
    const rows = alerts.map((alert, index) => toAlertRow(alert, itemIds[index] ?? null, skip + index));
    const reached = skip + docs.length;
    const isLast = docs.length < pageSize || reached >= (wire.size ?? Number.POSITIVE_INFINITY);
    return {
      blocks:
        rows.length === 0 ? [] : [{ kind: 'table', key: 'alerts', title: null, columns: alertColumns, rows }],
      entries: alerts.flatMap((alert, index) => toAlertEntries(alert, rows[index]?.id ?? '')),
      observables: distinct(alertObservables(alerts)),
      count: wire.size,
      next: isLast ? null : String(reached),
    };
  }

  /** By the search; a key that may not search still finds it in the case's own list. */
  async function find(id: string, index: string, alertId: string, signal: AbortSignal): Promise<unknown> {
    const { body } = await attempt(
      call('findAlert', { params: { index }, query: { q: `_id:${alertId}` }, numbers: 'exact', signal }),
    );
    const hits = v.safeParse(wireAlertHits, body);
    const isIt = (doc: unknown) => isRecord(doc) && doc['_id'] === alertId;
    const hit = hits.success ? hits.output.hits.hits.find(isIt) : undefined;
    if (hit !== undefined) return hit;
    for (let skip = 0; skip < mostSearched; skip += pageSize) {
      const docs = await page(id, skip, signal);
      const doc = docs.find(isIt);
      if (doc !== undefined) return doc;
      if (docs.length < pageSize) break;
    }
    throw noSuchAlert();
  }

  async function item(id: string, itemId: string, signal: AbortSignal): Promise<ItemDetail> {
    const at = itemId.lastIndexOf('/');
    await allow(id, signal);
    const doc = await find(id, itemId.slice(0, at), itemId.slice(at + 1), signal);
    const [alert] = readAlerts([doc]);
    if (alert === undefined || !isRecord(doc)) throw noSuchAlert();
    const { tenantid: ownerId } = alert._source;
    if (tenantId !== '' && ownerId !== '' && ownerId !== tenantId) throw tenantMismatch(null);
    const fields = flattenRecord(doc['_source']);
    return {
      blocks:
        fields.length === 0 ? [] : [{ kind: 'fields', key: 'document', title: 'Full document', fields }],
      observables: observablesOf(alert),
    };
  }

  return { read: readPage, item };
}

/** '{index}/{id}', where both can stand in a path. */
function itemIdOf({ _id, _index }: WireAlert): string | null {
  return /^[\w-]{1,200}$/.test(_id) && /^[\w.-]{1,200}$/.test(_index) ? `${_index}/${_id}` : null;
}

/** null where an alert came before under the same id, or has none that can be asked for. */
function distinctItemIds(alerts: readonly WireAlert[]): (string | null)[] {
  const ids = alerts.map(itemIdOf);
  return ids.map((id, index) => (ids.indexOf(id) === index ? id : null));
}

function noSuchAlert(): VendorError {
  return new VendorError({
    code: 'not-found',
    reason: 'no-such-alert',
    message: 'Stellar Cyber does not give this alert any more.',
    retryable: false,
  });
}
