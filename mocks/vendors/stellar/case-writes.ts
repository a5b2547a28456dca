import { analysts, tenants } from '../../cast.ts';
import type { Caller } from './access.ts';
import { alertId } from './case-alerts.ts';
import type { StellarQuirks } from './quirks.ts';
import type { Body } from './read-body.ts';
import {
  type CaseRecord,
  closedStatuses,
  resolutionWords,
  type SimulatedCase,
  severityWords,
  statusWords,
} from './records.ts';
import { caseId } from './seed.ts';
import { addCase, changeCase, type StellarState } from './state.ts';

/**
 * PUT /cases/{id}: changes what is named and keeps the rest. `tags` is a change, not the new list.
 * Answers what was wrong with it, or null. Unknown keys are ignored.
 */
export function updateCase(
  state: StellarState,
  simulated: SimulatedCase,
  body: Body,
  caller: Caller,
  now: number,
  quirks: StellarQuirks,
): string | null {
  const patch: Partial<CaseRecord> = {};
  const { status, severity, assignee, tags, name, description, resolution } = body;
  if (status !== undefined) {
    if (!isOneOf(statusWords, status)) return 'status is not known';
    patch.status = status;
  }
  if (severity !== undefined) {
    if (!isOneOf(severityWords, severity)) return 'severity is not known';
    patch.severity = severity;
  }
  if (assignee !== undefined) {
    const person = findPerson(assignee);
    if (person === null) return 'assignee is not known';
    patch.assignee = person.id;
    patch.assignee_name = person.name;
  }
  if (tags !== undefined) {
    const changed = changeTags(simulated.record.tags, tags);
    if (changed === null) return 'tags must be {add, delete}';
    patch.tags = changed;
  }
  if (name !== undefined) {
    if (typeof name !== 'string' || name === '') return 'name must be a text';
    patch.name = name;
  }
  if (description !== undefined) {
    if (typeof description !== 'string') return 'description must be a text';
    patch.description = description;
  }
  if (resolution !== undefined) {
    if (!isOneOf(resolutionWords, resolution)) return 'resolution is not known';
    patch.resolution = resolution;
  }
  if (patch.name !== undefined) simulated.isNameFrozen = true;
  closeOrReopen(simulated, patch, now);
  recordActivities(state, simulated, patch, caller, now);
  patch.modified_by = caller.userId;
  patch.modified_by_name = caller.email;
  if (patch.closed !== undefined) keepAlerts(state, simulated);
  changeCase(state, simulated, patch, now);
  if (body['update_alerts'] === true && patch.closed !== undefined && quirks.hasAlertUpdates) {
    setAlerts(state, simulated, patch.closed > 0 ? 'Closed' : 'New');
  }
  return null;
}

function closeOrReopen(simulated: SimulatedCase, patch: Partial<CaseRecord>, now: number): void {
  const { record } = simulated;
  if (patch.status === undefined || patch.status === record.status) return;
  if (record.status === 'New' && (record.acknowledged ?? 0) === 0) patch.acknowledged = now;
  const isClosing = closedStatuses.has(patch.status);
  if (isClosing !== closedStatuses.has(record.status)) patch.closed = isClosing ? now : 0;
}

function recordActivities(
  state: StellarState,
  simulated: SimulatedCase,
  patch: Partial<CaseRecord>,
  caller: Caller,
  now: number,
): void {
  const { record } = simulated;
  const activities = state.activities.get(record._id) ?? [];
  for (const field of ['status', 'severity', 'assignee', 'name', 'resolution'] as const) {
    const to = patch[field];
    if (to === undefined || to === record[field]) continue;
    activities.push({ field, from: record[field] ?? '', to, timestamp: now, user: caller.userId });
  }
  state.activities.set(record._id, activities);
}

/** Alerts stay as they are when their case closes or opens, unless that is asked for. */
function keepAlerts(state: StellarState, simulated: SimulatedCase): void {
  const status = (simulated.record.closed ?? 0) > 0 ? 'Closed' : 'New';
  for (let position = 0; position < simulated.record.size; position += 1) {
    const id = alertId(simulated, position);
    const known = state.alerts.get(id);
    state.alerts.set(id, { comments: [], tags: [], status, ...known });
  }
}

function setAlerts(state: StellarState, simulated: SimulatedCase, status: string): void {
  for (let position = 0; position < simulated.record.size; position += 1) {
    const id = alertId(simulated, position);
    const known = state.alerts.get(id);
    state.alerts.set(id, { comments: known?.comments ?? [], tags: known?.tags ?? [], status });
  }
}

/** POST /cases. Answers the case, or what was wrong. */
export function createCase(
  state: StellarState,
  body: Body,
  caller: Caller,
  now: number,
): SimulatedCase | string {
  const { name, severity = 'Medium', status = 'New', tags = [], cust_id: custId = '' } = body;
  if (typeof name !== 'string' || name === '') return 'name is missing';
  if (!isOneOf(severityWords, severity)) return 'severity is not known';
  if (!isOneOf(statusWords, status)) return 'status is not known';
  const person = findPerson(body['assignee'] ?? '');
  if (person === null) return 'assignee is not known';
  const tenant = tenants.find(candidate => candidate.hex === custId);
  const alerts = Array.isArray(body['alerts']) ? body['alerts'].length : 0;
  const simulated: SimulatedCase = {
    record: {
      _id: caseId(now, state.byCreated.length),
      acknowledged: status === 'New' ? 0 : now,
      assignee: person.id,
      assignee_name: person.name,
      closed: closedStatuses.has(status) ? now : 0,
      created_at: now,
      created_by: caller.userId,
      created_by_name: caller.email,
      cust_id: String(custId),
      modified_at: now,
      modified_by: caller.userId,
      modified_by_name: caller.email,
      name,
      score: 0,
      severity,
      size: alerts,
      status,
      tags: Array.isArray(tags) ? tags.map(String) : [],
      tenant_name: tenant?.name ?? 'Root Tenant',
      ticket_id: 1001 + state.byCreated.length,
      version: 1,
    },
    story: null,
    host: '',
    user: '',
    isReopened: false,
    isNameFrozen: true,
  };
  addCase(state, simulated);
  return simulated;
}

/**
 * By id; '' takes it away from whoever has it. Of names and mail addresses the documents say both, so a client that
 * needs neither is the one that works everywhere.
 */
function findPerson(value: unknown): { id: string; name: string } | null {
  if (value === '') return { id: '', name: 'Unassigned' };
  const person = analysts.find(({ hex }) => hex === value);
  return person === undefined ? null : { id: person.hex, name: person.name };
}

function changeTags(present: readonly string[], change: unknown): string[] | null {
  if (typeof change !== 'object' || change === null || Array.isArray(change)) return null;
  const { add = [], delete: remove = [] } = change as { add?: unknown; delete?: unknown };
  if (!Array.isArray(add) || !Array.isArray(remove)) return null;
  if ([...add, ...remove].some(tag => typeof tag !== 'string' || tag === '')) return null;
  return [...new Set([...present, ...add.map(String)])].filter(tag => !remove.includes(tag));
}

function isOneOf<Word extends string>(words: readonly Word[], value: unknown): value is Word {
  return words.some(word => word === value);
}
