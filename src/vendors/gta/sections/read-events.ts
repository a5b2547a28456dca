import type { EventApi } from '../event-api.ts';
import { evidenceLifeMs, toInstant } from '../mapping.ts';
import { orNull } from '../unavailable-part.ts';
import type { WireDetection, WireEvent } from '../wire.ts';

const mostDetections = 20;

export type FoundEvent = {
  event: WireEvent;
  /** The detections that it convicts; empty: it is context. */
  convicts: readonly string[];
};

export type FoundEvents = {
  events: readonly FoundEvent[];
  /** There are more than were read. */
  isCut: boolean;
  /** Read from everybody's list, since the detections do not give theirs: nothing from before the first of them. */
  isFromList: boolean;
};

/** The events of an alert's detections, each once. null: the service gives none at all, neither way. */
export async function readEvents(
  api: EventApi,
  detections: readonly WireDetection[],
  now: number,
  signal: AbortSignal,
): Promise<FoundEvents | null> {
  if (detections.length === 0) return { events: [], isCut: false, isFromList: false };
  return (await readOfDetections(api, detections, signal)) ?? readFromList(api, detections, now, signal);
}

/** null: one of the two roles of events is not given any more. A detection that is gone by now leaves the others alone. */
async function readOfDetections(
  api: EventApi,
  detections: readonly WireDetection[],
  signal: AbortSignal,
): Promise<FoundEvents | null> {
  const asked = detections.slice(0, mostDetections);
  const read = await Promise.all(
    asked.map(async detection => ({
      detection,
      some: await orNull(api.eventsOf(detection.id, 'convicting', signal)),
    })),
  );
  const convicting = read.flatMap(({ detection, some }) => (some === null ? [] : [{ detection, some }]));
  // A contextual event belongs to every detection of its asset: one of them is enough.
  const perAsset = new Map(convicting.map(({ detection }) => [detection.affectedAssetId, detection.id]));
  const contextual = await Promise.all(
    [...perAsset.values()].map(id => orNull(api.eventsOf(id, 'contextual', signal))),
  );
  const around = contextual.filter(some => some !== null);
  if (around.length === 0) return null;
  const found = new Map<string, { event: WireEvent; convicts: string[] }>();
  for (const { detection, some } of convicting)
    for (const event of some.items) {
      const known = found.get(event.id);
      if (known === undefined) found.set(event.id, { event, convicts: [detection.id] });
      else known.convicts.push(detection.id);
    }
  for (const event of around.flatMap(some => some.items))
    if (!found.has(event.id)) found.set(event.id, { event, convicts: [] });
  const parts = [...convicting.map(({ some }) => some), ...around];
  const isCut = asked.length < detections.length || parts.some(some => some.isCut);
  return { events: [...found.values()], isCut, isFromList: false };
}

async function readFromList(
  api: EventApi,
  detections: readonly WireDetection[],
  now: number,
  signal: AbortSignal,
): Promise<FoundEvents | null> {
  const ids = new Set(detections.map(({ id }) => id));
  const assets = new Set(detections.map(({ affectedAssetId }) => affectedAssetId).filter(Boolean));
  const starts = detections.map(({ detectedAt }) => toInstant(detectedAt)).filter(at => at !== null);
  const start = starts.length === 0 ? now - evidenceLifeMs : Math.min(...starts);
  // Strictly after.
  const some = await orNull(api.eventsSince(new Date(start - 1).toISOString(), signal));
  if (some === null) return null;
  const found = some.items.map(event => ({
    event,
    convicts: event.threatDetectionIds.filter(id => ids.has(id)),
  }));
  const events = found.filter(
    ({ event, convicts }) =>
      convicts.length > 0 || (event.threatDetectionIds.length === 0 && assets.has(event.affectedAssetId)),
  );
  return {
    events: [...new Map(events.map(one => [one.event.id, one])).values()],
    isCut: some.isCut,
    isFromList: true,
  };
}
