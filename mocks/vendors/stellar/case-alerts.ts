import { createRandom } from '../../random.ts';
import type { AlertChange, SimulatedCase } from './records.ts';
import { techniquesOf } from './techniques.ts';

const maxAlerts = 50;
const defaultAlerts = 10;
const countries = ['Norway', 'Netherlands', 'Nigeria', 'Germany', 'United States'] as const;

type AlertDocument = { _index: string; _id: string; _source: Record<string, unknown> };

/** GET /cases/{id}/alerts: whatever limit is asked for, never more than 50 come, and no total. */
export function readAlerts(
  simulated: SimulatedCase,
  query: URLSearchParams,
  changes: ReadonlyMap<string, AlertChange>,
): AlertDocument[] {
  const skip = Number(query.get('skip') ?? 0);
  const limit = Math.min(Number(query.get('limit') ?? defaultAlerts), maxAlerts);
  const count = Math.max(0, Math.min(limit, simulated.record.size - skip));
  return Array.from({ length: count }, (_, offset) => createAlert(simulated, skip + offset, changes));
}

/** The id tells the case and the position, so that an alert can be made again from it. */
export function alertId(simulated: SimulatedCase, position: number): string {
  return `${simulated.record._id}${position.toString(16).padStart(24, '0')}`;
}

export function parseAlertId(id: string): { caseId: string; position: number } | null {
  if (!/^[0-9a-f]{48}$/.test(id)) return null;
  return { caseId: id.slice(0, 24), position: Number.parseInt(id.slice(24), 16) };
}

/** Made on demand and always the same: one alert of a case, newest first. */
export function createAlert(
  simulated: SimulatedCase,
  position: number,
  changes: ReadonlyMap<string, AlertChange>,
): AlertDocument {
  const { record, story } = simulated;
  const random = createRandom(record.ticket_id * 1000 + position);
  const id = alertId(simulated, position);
  const change = changes.get(id);
  const told = techniquesOf(simulated);
  const technique = told[position % told.length] ?? told[0];
  const from = record.start_timestamp ?? record.created_at;
  const to = Math.max(record.created_at, record.end_timestamp ?? record.created_at);
  const timestamp = Math.floor(to - ((to - from) * position) / Math.max(1, record.size));
  const addresses = (story?.observables ?? []).filter(value => /^[\d.]+$/.test(value));
  const host = story === null ? simulated.host : (story.hosts[position % story.hosts.length] ?? '');
  const user = story === null ? simulated.user : (story.users[position % story.users.length] ?? '');
  const title = story === null ? record.name.replace(/ and \d+ others?$/, '') : technique.alertName;
  const target = story?.hosts.find(candidate => candidate !== host) ?? '';
  const name = title.toLowerCase().replace(/[^a-z0-9]+/g, '_');
  const closed = record.closed !== undefined && record.closed > 0;
  return {
    _index: `aella-ser-${record.cust_id || 'root'}-${new Date(timestamp).toISOString().slice(0, 7)}`,
    _id: id,
    _source: {
      alert_time: timestamp + 60_000,
      detected_fields: ['srcip_host'],
      detected_values: [host],
      event_score: Math.max(1, Math.round(record.score) - (position % 9)),
      event_status: change?.status ?? (closed ? 'Closed' : 'New'),
      fidelity: random.int(40, 95),
      severity: Math.round(record.score),
      srcip: addresses[0] ?? `10.20.${random.int(1, 9)}.${random.int(2, 250)}`,
      srcip_geo: { countryName: random.pick(countries) },
      srcip_host: host,
      srcip_reputation: random.chance(0.8) ? 'Good' : 'Bad',
      srcip_usersid: user,
      dstip: addresses[1] ?? `203.0.113.${random.int(2, 250)}`,
      ...(target === '' ? {} : { dstip_host: target }),
      stellar: { alert_time: timestamp + 60_000, status: change?.status ?? 'New' },
      tenant_name: record.tenant_name,
      tenantid: record.cust_id,
      timestamp,
      write_time: timestamp + 90_000,
      user_action: { history: [] },
      comments: (change?.comments ?? []).map(comment => ({ comment_user: record.modified_by_name, comment })),
      event_tags: change?.tags ?? [],
      xdr_event: {
        display_name: title,
        name,
        description: story?.text ?? `${title}, seen on ${host} for ${user}.`,
        scope: '',
        tactic: technique.tactic,
        technique: technique.technique,
        tags: record.tags,
        ttps: [{ tactic: technique.tactic, technique: technique.technique }],
        xdr_killchain_stage: technique.stage,
        xdr_killchain_version: 'v1',
      },
    },
  };
}
