/** What the simulated service holds. Instants are epoch milliseconds here and ISO 8601 on the wire. */

export type AlertStatus = 'New' | 'Open' | 'Closed';

export type Alert = {
  id: string;
  risk: 'Critical' | 'High' | 'Medium' | 'Low';
  /** Absent, null and a list are all seen. */
  status: { value: AlertStatus; closingReasons?: string[] | null };
  /** Deprecated since 2022 and still sent for some. */
  state?: string;
  etaFlag: 'EtaBasedDetection' | null;
  note?: string | null;
  triggeredAt: number;
  modifiedAt: number;
};

export type ThreatDetection = {
  id: string;
  affectedAssetId: string;
  threatIntelRecordId: string;
  confidence: string;
  detectedAt: number;
  /** Also its latest malicious activity. */
  modifiedAt: number;
  /** Modification sequence number: unique, growing, given anew at each change. */
  sequence: number;
  alertIds: string[];
  /** A dangling reference: its alert stands, but no resource returns it any more. */
  isLost?: boolean;
};

export type SecurityEvent = {
  id: string;
  title: string;
  subtitle: string;
  securityEventTypeId: string;
  affectedAssetId: string;
  detectedAt: number;
  modifiedAt: number;
  sequence: number;
  securityAnnotation: { id: string; requiredAttributes: string[] } | null;
  /** Not empty: convicting. Empty: contextual, and then it belongs to every detection of its asset. */
  threatDetectionIds: string[];
};

export type Flow = {
  id: string;
  networkSecurityEventId: string;
  timeStamp: number;
  sequence: number;
  serverIPAddress: string;
  serverPort: number;
};

export type Asset = { id: string; assumedOwner: string | null; addresses: string[] };

export type ThreatIntelRecord = {
  id: string;
  title: string;
  category: string;
  subcategory: string;
  severity: 'Critical' | 'High' | 'Medium' | 'Low';
};

export type Records = {
  alerts: Alert[];
  detections: ThreatDetection[];
  events: SecurityEvent[];
  flows: Flow[];
  assets: Asset[];
  catalogue: readonly ThreatIntelRecord[];
};
