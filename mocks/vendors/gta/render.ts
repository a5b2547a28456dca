import type { Alert, Asset, Flow, SecurityEvent, ThreatDetection } from './entities.ts';

function instant(at: number): string {
  return new Date(at).toISOString();
}

export function renderAlert(alert: Alert): object {
  return { ...alert, triggeredAt: instant(alert.triggeredAt), modifiedAt: instant(alert.modifiedAt) };
}

export function renderDetection(detection: ThreatDetection): object {
  return {
    id: detection.id,
    affectedAssetId: detection.affectedAssetId,
    threatIntelRecordId: detection.threatIntelRecordId,
    confidence: detection.confidence,
    detectedAt: instant(detection.detectedAt),
    modifiedAt: instant(detection.modifiedAt),
  };
}

export function renderEnrichedDetection(detection: ThreatDetection): object {
  return { ...renderDetection(detection), alertIds: detection.alertIds };
}

export function renderEvent(event: SecurityEvent): object {
  const { sequence: _, threatDetectionIds: __, ...rest } = event;
  return { ...rest, detectedAt: instant(event.detectedAt), modifiedAt: instant(event.modifiedAt) };
}

export function renderEnrichedEvent(event: SecurityEvent): object {
  return { ...renderEvent(event), threatDetectionIds: event.threatDetectionIds };
}

export function renderFlow(flow: Flow): object {
  const { sequence: _, ...rest } = flow;
  return { ...rest, timeStamp: instant(flow.timeStamp) };
}

export function renderAsset(asset: Asset): object {
  return { id: asset.id, assumedOwner: asset.assumedOwner };
}
