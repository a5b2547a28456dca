import type { GtaApi } from './api.ts';
import { createDetectionIndex } from './detection-index.ts';
import { createTurns } from './in-turn.ts';
import { evidenceLifeMs, type KnownAlert } from './mapping.ts';
import { orNull } from './unavailable-part.ts';
import type { WireAlert, WireAsset, WireDetection, WireThreat } from './wire.ts';

export type Parents = ReturnType<typeof createParents>;

/**
 * What alerts are named by, loaded in bulk: detections (all of them, then what changed by sequence number), the
 * catalogue's records and assets as they are met. References dangle: what is not found is remembered as such.
 */
export function createParents(api: GtaApi) {
  let index = createDetectionIndex();
  let threats = new Map<string, WireThreat | null>();
  let assets = new Map<string, WireAsset | null>();
  let checkpoint: string | null = null;
  let isLoaded = false;
  let areDetectionsReadable = true;
  /** Alerts whose detections changed since somebody asked. */
  const touched = new Set<string>();
  /** A pull and an opened record may both want the detections. */
  const inTurn = createTurns();

  /** Puts what changed since `from` into `into`; resolves to the checkpoint reached. */
  async function readDetections(
    into: typeof index,
    from: string | null,
    onPut: (detection: WireDetection) => void,
    signal: AbortSignal,
  ): Promise<string | null> {
    let reached = from;
    for await (const page of api.detectionPages(from, signal)) {
      const ids = page.items.map(detection => detection.id);
      for (const detection of await api.detections(ids, signal)) {
        onPut(detection);
        into.put(detection);
      }
      reached = page.endCursor ?? page.after ?? reached;
    }
    return reached;
  }

  async function loadAll(signal: AbortSignal): Promise<void> {
    const fresh = createDetectionIndex();
    const reached = await orNull(readDetections(fresh, null, () => undefined, signal).then(at => ({ at })));
    areDetectionsReadable = reached !== null;
    index = fresh;
    threats = new Map();
    assets = new Map();
    checkpoint = reached?.at ?? null;
    touched.clear();
    isLoaded = true;
  }

  async function catchUp(signal: AbortSignal): Promise<void> {
    if (!areDetectionsReadable) return;
    const touch = (detection: WireDetection) => {
      const before = index.get(detection.id)?.alertIds ?? [];
      for (const id of [...before, ...detection.alertIds]) touched.add(id);
    };
    const reached = await orNull(readDetections(index, checkpoint, touch, signal).then(at => ({ at })));
    // A checkpoint that is not accepted any more.
    if (reached === null) return loadAll(signal);
    checkpoint = reached.at;
  }

  /** Detections that timed out or left are nowhere reported: those of changed alerts are asked for again. */
  async function recheck(alertIds: readonly string[], signal: AbortSignal): Promise<void> {
    const ids = new Set(alertIds.flatMap(id => index.of(id).map(detection => detection.id)));
    const found = await orNull(api.detections([...ids], signal));
    if (found === null) return;
    for (const detection of found) {
      index.put(detection);
      ids.delete(detection.id);
    }
    for (const id of ids) index.remove(id);
  }

  /** 'anew': what is held of threats and assets is asked for again. */
  async function name(
    alerts: readonly WireAlert[],
    signal: AbortSignal,
    how: 'from what is held' | 'anew' = 'from what is held',
  ): Promise<KnownAlert[]> {
    const detections = alerts.flatMap(alert => index.of(alert.id));
    const isHeld = (held: ReadonlyMap<string, unknown>) => (id: string) => how !== 'anew' && held.has(id);
    const newThreats = missing(
      isHeld(threats),
      detections.map(detection => detection.threatIntelRecordId),
    );
    const newAssets = missing(
      isHeld(assets),
      detections.map(detection => detection.affectedAssetId),
    );
    const [foundThreats, foundAssets] = await Promise.all([
      orNull(api.threats(newThreats, signal)),
      orNull(api.assets(newAssets, signal)),
    ]);
    remember(threats, newThreats, foundThreats);
    remember(assets, newAssets, foundAssets);
    return alerts.map(alert => ({
      alert,
      detections: areDetectionsReadable ? index.of(alert.id) : null,
      threats,
      assets,
    }));
  }

  return {
    isLoaded: () => isLoaded,
    touched: () => [...touched],
    forgetTouched: (ids: readonly string[]) => {
      for (const id of ids) touched.delete(id);
    },
    /** Alerts that should be gone by the 45 days. */
    expired: (now: number) => index.quietSince(now - evidenceLifeMs),
    /** Everything anew. */
    reload: (signal: AbortSignal) => inTurn(() => loadAll(signal)),
    /** Everything if nothing is held yet, else what changed. */
    refresh: (signal: AbortSignal) => inTurn(() => (isLoaded ? catchUp(signal) : loadAll(signal))),
    recheck,
    name,
  };
}

function missing(isHeld: (id: string) => boolean, ids: readonly (string | null)[]): string[] {
  return [...new Set(ids)].filter(id => id !== null).filter(id => id !== '' && !isHeld(id));
}

/** `items` null: they could not be read, and what is held stays. */
function remember<Item extends { id: string }>(
  held: Map<string, Item | null>,
  asked: readonly string[],
  items: readonly Item[] | null,
): void {
  for (const id of asked) if (items !== null || !held.has(id)) held.set(id, null);
  for (const item of items ?? []) held.set(item.id, item);
}
