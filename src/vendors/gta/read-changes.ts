import type { PullPage, PullRequest } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { isKept } from './keep.ts';
import type { Reader } from './reader.ts';
import { type CaughtUp, createTide, latest, writeMark } from './watermark.ts';

/** `modifiedAfter` is strictly greater, and several alerts may change in one instant: asked for again, then left out. */
const overlapMs = 5_000;
/** A missing alert is confirmed by a call of its own; the others wait for the next pull. */
const mostConfirmed = 20;

/** What changed since the mark: alerts by `modifiedAfter`, then those whose detections changed or ran out. */
export async function* readChanges(
  reader: Reader,
  request: PullRequest,
  mark: CaughtUp,
): AsyncGenerator<PullPage, void, void> {
  const { api, parents, context, handedOn } = reader;
  const { signal, keep } = request;
  const startedAt = context.now();
  const tide = createTide(startedAt);
  const changed = new Set<string>();
  let known = mark.known;

  const since =
    mark.changedAt === null ? {} : { modifiedAfter: new Date(mark.changedAt - overlapMs).toISOString() };
  for await (const page of api.alertPages({ ...since, after: null }, signal)) {
    const fresh = page.items.filter(alert => handedOn.get(alert.id) !== alert.modifiedAt);
    if (fresh.length > 0) {
      await parents.refresh(signal);
      await parents.recheck(
        fresh.map(alert => alert.id),
        signal,
      );
    }
    tide.rise(page.items);
    const rows = await reader.toRows(fresh, signal);
    const kept = rows.filter(row => isKept(row, keep, startedAt));
    for (const row of kept) {
      changed.add(row.id);
      if (mark.newestAt === null || (row.createdAt ?? 0) > mark.newestAt) known += 1;
    }
    // The mark stays where it was until everything is here.
    if (page.after !== null)
      yield {
        rows: kept,
        gone: [],
        known,
        isKnownPartial: false,
        watermark: writeMark(mark),
        isCaughtUp: true,
      };
    else {
      const more = await readTouched(reader, changed, signal);
      const touchedRows = more.rows.filter(row => isKept(row, keep, startedAt));
      known -= more.gone.filter(id => handedOn.delete(id)).length;
      yield {
        rows: [...kept, ...touchedRows],
        gone: more.gone,
        known,
        isKnownPartial: page.isCut,
        watermark: writeMark({
          kind: 'caught-up',
          keep,
          changedAt: latest(mark.changedAt, tide.changedAt()),
          newestAt: latest(mark.newestAt, tide.newestAt()),
          known,
          sweptAt: mark.sweptAt,
        }),
        isCaughtUp: true,
      };
      parents.forgetTouched([...changed, ...more.looked]);
    }
  }
}

/**
 * Alerts that did not change themselves: a detection of theirs did (their evidence lasts longer), or their 45 days are
 * over. One that the search does not return is gone only when asking for it alone is answered 404.
 */
async function readTouched(reader: Reader, changed: ReadonlySet<string>, signal: AbortSignal) {
  const { api, parents, context } = reader;
  if (!parents.isLoaded()) return { rows: [], gone: [], looked: [] };
  await parents.refresh(signal);
  const looked = [...new Set([...parents.touched(), ...parents.expired(context.now())])].filter(
    id => !changed.has(id),
  );
  await parents.recheck(looked, signal);
  const alerts = await api.alerts(looked, signal);
  const rows = await reader.toRows(alerts, signal);
  const found = new Set(alerts.map(alert => alert.id));
  const missing = looked.filter(id => !found.has(id)).slice(0, mostConfirmed);
  const gone: string[] = [];
  for (const id of missing) if (await isGone(reader, id, signal)) gone.push(id);
  return { rows, gone, looked: [...found, ...gone] };
}

async function isGone({ api }: Reader, id: string, signal: AbortSignal): Promise<boolean> {
  try {
    await api.alert(id, signal);
    return false;
  } catch (error) {
    if (error instanceof VendorError && error.code === 'not-found') return true;
    throw error;
  }
}
