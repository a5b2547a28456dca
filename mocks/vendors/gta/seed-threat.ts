import type { Random } from '../../random.ts';
import type { Alert, Asset, Records, ThreatDetection, ThreatIntelRecord } from './entities.ts';

export const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;

/** Everything that hangs below one alert, as told to `addThreat`. */
export type Threat = {
  alert: Omit<Alert, 'triggeredAt' | 'modifiedAt'> & { triggeredAt: number; modifiedAt: number };
  record: Pick<ThreatIntelRecord, 'id' | 'title' | 'category'>;
  assetId: string;
  detections: number;
  /** The latest malicious activity: what the 45 days count from. */
  activeAt: number;
  servers: readonly string[];
  isLost?: boolean;
};

/** Sequence numbers are given at the end of a seed, in order of change. */
export const unnumbered = 0;

/** Adds an alert with its detections, their convicting events, one contextual event, and flows. */
export function addThreat(records: Records, random: Random, threat: Threat): void {
  records.alerts.push(threat.alert);
  for (let index = 0; index < threat.detections; index += 1) {
    const share = threat.detections === 1 ? 1 : index / (threat.detections - 1);
    const detectedAt = threat.alert.triggeredAt;
    const modifiedAt = Math.round(detectedAt + (threat.activeAt - detectedAt) * share);
    const detection: ThreatDetection = {
      id: random.hex(64),
      affectedAssetId: threat.assetId,
      threatIntelRecordId: threat.record.id,
      confidence: random.pick(['High', 'Medium', 'Low']),
      detectedAt,
      modifiedAt,
      sequence: unnumbered,
      alertIds: [threat.alert.id],
      ...(threat.isLost === true ? { isLost: true } : {}),
    };
    records.detections.push(detection);
    addEvents(records, random, threat, detection);
  }
  addContextualEvent(records, random, threat);
}

function addEvents(records: Records, random: Random, threat: Threat, detection: ThreatDetection): void {
  const server =
    threat.servers.length === 0 ? `198.51.100.${random.int(2, 250)}` : random.pick(threat.servers);
  const id = random.hex(32);
  records.events.push({
    id,
    title: threat.record.title,
    subtitle: `Communication with ${server}`,
    securityEventTypeId: `CTAE${threat.record.id.slice(4)}`,
    affectedAssetId: threat.assetId,
    detectedAt: Math.round((detection.detectedAt + detection.modifiedAt) / 2),
    modifiedAt: detection.modifiedAt,
    sequence: unnumbered,
    securityAnnotation: random.chance(0.8)
      ? { id: `annotation-${threat.record.id}`, requiredAttributes: ['server'] }
      : null,
    threatDetectionIds: [detection.id],
  });
  // Flows outnumber events, and some outlive theirs.
  for (let index = random.int(1, 2); index > 0; index -= 1) {
    records.flows.push({
      id: random.hex(32),
      networkSecurityEventId: random.chance(0.02) ? random.hex(32) : id,
      timeStamp: detection.modifiedAt - index * minuteMs,
      sequence: unnumbered,
      serverIPAddress: server,
      serverPort: random.pick([53, 80, 443, 3333, 8443]),
    });
  }
}

function addContextualEvent(records: Records, random: Random, threat: Threat): void {
  records.events.push({
    id: random.hex(32),
    title: random.pick(['Repetitive connections', 'Unusual user agent', 'Upload above the usual']),
    subtitle: 'Behaviour of this asset around the same time',
    securityEventTypeId: 'CTAE000900',
    affectedAssetId: threat.assetId,
    detectedAt: threat.alert.triggeredAt,
    modifiedAt: threat.alert.triggeredAt,
    sequence: unnumbered,
    securityAnnotation: null,
    threatDetectionIds: [],
  });
}

/** The asset with this owner, made when there is none yet. */
export function assetFor(
  records: Records,
  random: Random,
  owner: string | null,
  addresses: readonly string[],
): Asset {
  const known = records.assets.find(asset => asset.assumedOwner === owner && owner !== null);
  if (known !== undefined) return known;
  const asset = { id: random.hex(32), assumedOwner: owner, addresses: [...addresses] };
  records.assets.push(asset);
  return asset;
}
