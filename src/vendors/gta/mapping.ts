import type { QueueRow } from '#domain/case.ts';
import type { Severity, Status, Worded } from '#domain/words.ts';
import type { WireAlert, WireAsset, WireDetection, WireThreat } from './wire.ts';

/** An alert with all that could be found below it. References dangle, so any part may be missing. */
export type KnownAlert = {
  alert: WireAlert;
  /** null: detections could not be read at all. */
  detections: readonly WireDetection[] | null;
  /** By id; null: asked for and not found. */
  threats: ReadonlyMap<string, WireThreat | null>;
  assets: ReadonlyMap<string, WireAsset | null>;
};

/** A detection times out 45 days after its latest malicious activity, an alert with its last detection. */
export const evidenceLifeMs = 45 * 24 * 60 * 60_000;

const severities: Readonly<Record<string, Severity>> = {
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  low: 'low',
};
const statuses: Readonly<Record<string, Status>> = {
  New: 'new',
  Open: 'open',
  Closed: 'closed',
  // Values of the deprecated `state`.
  Investigating: 'in-progress',
  Remediating: 'in-progress',
  Remediated: 'resolved',
  Ignored: 'closed',
  FalsePositive: 'closed',
};
export const unnamedThreat = 'A threat that the catalogue does not name';

const gravity = ['critical', 'high', 'medium', 'low'];

export function toRow(connectionId: string, known: KnownAlert): QueueRow {
  const { alert, detections } = known;
  const status = toStatus(alert);
  const updatedAt = toInstant(alert.modifiedAt);
  const activeAt = lastActivityAt(detections ?? []);
  return {
    connectionId,
    id: alert.id,
    number: shortId(alert.id),
    kind: 'alert',
    title: toTitle(known),
    status,
    severity: toSeverity(alert.risk),
    assignee: null,
    // One API client reads one customer, whose name it does not tell.
    tenant: null,
    tags: [],
    createdAt: toInstant(alert.triggeredAt),
    updatedAt,
    // Not told either. It was closed at its last change or before.
    closedAt: status.value === 'closed' || status.value === 'resolved' ? updatedAt : null,
    dueAt: null,
    expiresAt: activeAt === null ? null : activeAt + evidenceLifeMs,
    alertCount: detections === null ? null : detections.length,
  };
}

/** Of an alert's risk, and of a catalogue record: the words are the same. */
export function toSeverity(word: string | null): Worded<Severity> {
  return { value: severities[word?.toLowerCase() ?? ''] ?? 'unknown', raw: word ?? '' };
}

/** An alert has no title: it is called by its gravest threat and by whom that concerns. */
export function toTitle({ alert, detections, threats, assets }: KnownAlert): string {
  const gravest = sortByGravity(detections ?? [], threats);
  const named = gravest.find(detection => threatOf(detection, threats)?.title);
  const leading = named ?? gravest[0];
  const title = leading === undefined ? null : threatOf(leading, threats)?.title;
  const owner = ownerOf(leading, assets);
  const subject = title || `Alert ${shortId(alert.id)}`;
  return owner === null ? subject : `${subject}: ${owner}`;
}

/** The gravest first by the catalogue's severity, then the one that was active last. */
export function sortByGravity(
  detections: readonly WireDetection[],
  threats: ReadonlyMap<string, WireThreat | null>,
): WireDetection[] {
  const rank = (detection: WireDetection) => {
    const at = gravity.indexOf(threatOf(detection, threats)?.severity?.toLowerCase() ?? '');
    return at === -1 ? gravity.length : at;
  };
  return detections.toSorted((a, b) => rank(a) - rank(b) || (activityAt(b) ?? 0) - (activityAt(a) ?? 0));
}

export function threatOf(
  detection: WireDetection,
  threats: ReadonlyMap<string, WireThreat | null>,
): WireThreat | null {
  return threats.get(detection.threatIntelRecordId ?? '') ?? null;
}

export function ownerOf(
  detection: WireDetection | undefined,
  assets: ReadonlyMap<string, WireAsset | null>,
): string | null {
  return assets.get(detection?.affectedAssetId ?? '')?.assumedOwner || null;
}

export function lastActivityAt(detections: readonly WireDetection[]): number | null {
  const instants = detections.map(activityAt).filter(at => at !== null);
  return instants.length === 0 ? null : Math.max(...instants);
}

/** Latest malicious activity is not a field of its own; a detection changes when there is some. */
function activityAt(detection: WireDetection): number | null {
  return toInstant(detection.modifiedAt) ?? toInstant(detection.detectedAt);
}

/** 64 digits are read out as the first and last four. */
export function shortId(id: string): string {
  return id.length <= 12 ? id : `${id.slice(0, 4)}…${id.slice(-4)}`;
}

export function toInstant(value: string | null): number | null {
  const at = value === null ? Number.NaN : Date.parse(value);
  return Number.isNaN(at) ? null : at;
}

export function toStatus(alert: WireAlert): QueueRow['status'] {
  const raw = alert.status?.value ?? alert.state ?? '';
  return { value: statusOf(raw), raw };
}

export function statusOf(word: string): Status {
  return statuses[word] ?? 'other';
}
