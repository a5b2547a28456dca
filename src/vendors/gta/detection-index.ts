import { lastActivityAt } from './mapping.ts';
import type { WireDetection } from './wire.ts';

/** Detections by id and by alert. An alert does not name its detections; they name it. */
export function createDetectionIndex() {
  const byId = new Map<string, WireDetection>();
  const idsByAlert = new Map<string, Set<string>>();

  function remove(id: string): void {
    for (const alertId of byId.get(id)?.alertIds ?? []) {
      const ids = idsByAlert.get(alertId);
      ids?.delete(id);
      if (ids?.size === 0) idsByAlert.delete(alertId);
    }
    byId.delete(id);
  }

  function put(detection: WireDetection): void {
    remove(detection.id);
    byId.set(detection.id, detection);
    for (const alertId of detection.alertIds) {
      const ids = idsByAlert.get(alertId);
      if (ids === undefined) idsByAlert.set(alertId, new Set([detection.id]));
      else ids.add(detection.id);
    }
  }

  function of(alertId: string): WireDetection[] {
    return [...(idsByAlert.get(alertId) ?? [])].flatMap(id => byId.get(id) ?? []);
  }

  return {
    put,
    remove,
    of,
    get: (id: string) => byId.get(id),
    /** Alerts without any malicious activity since then. */
    quietSince(instant: number): string[] {
      return [...idsByAlert.keys()].filter(alertId => {
        const activeAt = lastActivityAt(of(alertId));
        return activeAt !== null && activeAt <= instant;
      });
    },
  };
}
