import type { SimulatorOptions } from '../../simulator.ts';
import type { Alert, AlertStatus, Records, ThreatDetection } from './entities.ts';
import { seedRecords } from './seed.ts';

export const tokenLifeMs = 600_000;
const detectionLifeMs = 45 * 24 * 60 * 60_000;
/** Made up: the vendor says that alerts are recalculated, not how often. */
const recalculationMs = 30 * 60_000;

export const clientId = 'client-5d1f6c1e-0b7e-4d53-9f0e-3a1c0f7d2b88';
export const clientPassword = 'simulated-client-password';
export const customerId = 'CTA0123456789';

export type GtaState = ReturnType<typeof createGtaState>;

/** The service's memory. `settle` lets time pass; every request begins with it. */
export function createGtaState(options: Pick<SimulatorOptions, 'epoch' | 'size' | 'now'>) {
  const records: Records = seedRecords(options);
  const tokens = new Map<string, number>();
  let issued = 0;
  let sequence = [...records.detections, ...records.events, ...records.flows].reduce(
    (max, item) => Math.max(max, item.sequence),
    0,
  );
  let recalculatedAt = options.epoch;
  let nextTimeoutAt = 0;

  function settle(): void {
    const now = options.now();
    if (now >= nextTimeoutAt) timeOutDetections(now);
    if (now - recalculatedAt >= recalculationMs) {
      recalculatedAt = now;
      recalculate(now);
    }
  }

  /** Detections go 45 days after their latest malicious activity, alerts with their last detection. */
  function timeOutDetections(now: number): void {
    const gone = records.detections.filter(detection => detection.modifiedAt + detectionLifeMs <= now);
    records.detections = records.detections.filter(detection => detection.modifiedAt + detectionLifeMs > now);
    const living = new Set(records.detections.flatMap(detection => detection.alertIds));
    records.alerts = records.alerts.filter(alert => living.has(alert.id));
    for (const detection of gone)
      for (const alert of records.alerts)
        if (detection.alertIds.includes(alert.id))
          alert.modifiedAt = Math.max(alert.modifiedAt, detection.modifiedAt + detectionLifeMs);
    nextTimeoutAt = records.detections.reduce(
      (soonest, detection) => Math.min(soonest, detection.modifiedAt + detectionLifeMs),
      Number.POSITIVE_INFINITY,
    );
  }

  /** The vendor's caution: the note of a New alert may be deleted when alerts are recalculated. */
  function recalculate(now: number): void {
    for (const alert of records.alerts) {
      if (alert.status.value !== 'New' || typeof alert.note !== 'string') continue;
      alert.note = null;
      alert.modifiedAt = now;
    }
  }

  return {
    records,
    settle,
    findAlert: (id: string): Alert | undefined => records.alerts.find(alert => alert.id === id),

    issueToken(): string {
      issued += 1;
      const token = `simulated-gta-token-${issued}`;
      tokens.set(token, options.now() + tokenLifeMs);
      return token;
    },
    tokensIssued: () => issued,
    isTokenGood: (token: string) => (tokens.get(token) ?? 0) > options.now(),
    revokeTokens: () => tokens.clear(),

    setStatus(alert: Alert, value: AlertStatus, closingReasons?: string[] | null): void {
      alert.status = { value, ...(closingReasons === undefined ? {} : { closingReasons }) };
      alert.modifiedAt = options.now();
    },
    setNote(alert: Alert, note: string | null): void {
      alert.note = note;
      alert.modifiedAt = options.now();
    },

    /** New malicious activity: the detection moves and gets a new number, its alert's `modifiedAt` does not. */
    seeActivity(detection: ThreatDetection): void {
      sequence += 1;
      detection.sequence = sequence;
      detection.modifiedAt = options.now();
      nextTimeoutAt = 0;
    },
    removeAlert(id: string): void {
      records.alerts = records.alerts.filter(alert => alert.id !== id);
      records.detections = records.detections.filter(detection => !detection.alertIds.includes(id));
    },
    addAlert(alert: Alert, detection: Omit<ThreatDetection, 'sequence' | 'alertIds'>): void {
      sequence += 1;
      records.alerts.push(alert);
      records.detections.push({ ...detection, sequence, alertIds: [alert.id] });
      nextTimeoutAt = 0;
    },
  };
}
