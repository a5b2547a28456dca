import type { Stamp } from '#domain/stamp.ts';
import { evidenceLifeMs } from '../mapping.ts';
import { toStamp } from '../stamp.ts';
import type { WireDetection } from '../wire.ts';

/** Latest malicious activity is no field of its own: a detection changes when there is some. */
export function activeStamp(detection: WireDetection): Stamp | null {
  return toStamp(detection.modifiedAt) ?? toStamp(detection.detectedAt);
}

/** Reckoned, not told: what the service removes 45 days after the latest malicious activity. */
export function ageOutStamp(active: Stamp | null): Stamp | null {
  if (active === null) return null;
  return { ...active, at: active.at + evidenceLifeMs, original: `${active.original} and 45 days` };
}

export function latest(stamps: readonly (Stamp | null)[]): Stamp | null {
  return stamps.reduce(
    (last, stamp) => (stamp !== null && stamp.at > (last?.at ?? -Infinity) ? stamp : last),
    null,
  );
}
