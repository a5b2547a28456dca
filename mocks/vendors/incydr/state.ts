/** The records of a simulated Incydr tenant. Instants of cases are in microseconds, as the vendor keeps them. */

export type CaseStatus = 'OPEN' | 'CLOSED' | 'ARCHIVED';
export const caseStatuses: readonly CaseStatus[] = ['OPEN', 'CLOSED', 'ARCHIVED'];

export type StoredCase = {
  number: number;
  name: string;
  description: string | null;
  findings: string | null;
  status: CaseStatus;
  /** Uids, 18 digits. */
  subject: string | null;
  assignee: string | null;
  createdAtMicros: number;
  updatedAtMicros: number;
  createdBy: string;
  lastModifiedBy: string;
  /** Epoch ms, midnight UTC. */
  archivalAt: number | null;
  eventIds: string[];
};

export type RiskIndicator = { id: string; name: string; weight: number };

export type StoredEvent = {
  id: string;
  /** Epoch ms. */
  at: number;
  fileName: string;
  directory: string | null;
  sizeInBytes: number;
  sha256: string;
  user: string;
  host: string;
  destination: string;
  exposure: readonly string[];
  indicators: readonly RiskIndicator[];
  hasFile: boolean;
};

export type StoredUser = {
  uid: string;
  username: string;
  firstName: string;
  lastName: string;
  isActive: boolean;
  /** May be given cases; everybody may be the subject of one. */
  isAnalyst: boolean;
};

export type IncydrState = {
  cases: Map<number, StoredCase>;
  events: Map<string, StoredEvent>;
  users: Map<string, StoredUser>;
  nextNumber: number;
  lastStampMicros: number;
};

/** The instant of a change now: never the same twice, never going back. */
export function stampMicros(state: IncydrState, now: number): number {
  state.lastStampMicros = Math.max(now * 1000, state.lastStampMicros + 1);
  return state.lastStampMicros;
}

export function formatMicros(micros: number): string {
  const text = new Date(Math.floor(micros / 1000)).toISOString();
  return `${text.slice(0, -1)}${String(micros % 1000).padStart(3, '0')}Z`;
}

/** Null when the text is not an ISO instant with a zone. */
export function parseMicros(text: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,6})\d*)?(Z|[+-]\d{2}:\d{2})$/.exec(text);
  if (match === null) return null;
  const ms = Date.parse(`${match[1]}${match[3]}`);
  if (Number.isNaN(ms)) return null;
  return ms * 1000 + Number((match[2] ?? '').padEnd(6, '0'));
}

const dayMs = 86_400_000;
/** This tenant's plan archives a case 90 days after it was made. */
export const archiveAfterDays = 90;

export function archivalOf(createdAtMicros: number): number {
  const createdAt = Math.floor(createdAtMicros / 1000);
  return Math.floor((createdAt + archiveAfterDays * dayMs) / dayMs) * dayMs;
}

export function riskOf(event: StoredEvent): { score: number; severity: string } {
  const score = event.indicators.reduce((sum, indicator) => sum + indicator.weight, 0);
  if (score === 0) return { score, severity: 'NO_RISK_INDICATED' };
  if (score <= 2) return { score, severity: 'LOW' };
  if (score <= 4) return { score, severity: 'MODERATE' };
  return { score, severity: score <= 8 ? 'HIGH' : 'CRITICAL' };
}
