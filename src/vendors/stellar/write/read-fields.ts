import * as v from 'valibot';
import type { Change, FieldValues } from '#domain/command.ts';
import { openStatuses } from '#domain/words.ts';
import type { CaseAccess } from '../case-access.ts';
import { notUnderstood } from '../errors.ts';
import { toRow } from '../mapping.ts';
import { alertStatus } from '../sections/alert-facts.ts';
import { readAlerts, wireAlertPage } from '../sections/alert-wire.ts';
import { toResolution } from './change-words.ts';
import { joinTags } from './to-wanted.ts';

/** The most alerts that come at once. Closing them is one call, so what became of these tells of the others. */
const alertsLookedAt = 50;

/** The fields of a change as they are now, but for words, which are looked for among the comments. */
export async function readFields(
  access: CaseAccess,
  id: string,
  change: Change,
  signal: AbortSignal,
): Promise<FieldValues> {
  const isAlertsMeant = change.name === 'close' && change.withAlerts;
  const [wire, alerts] = await Promise.all([
    access.read(id, signal),
    isAlertsMeant ? readAlertsState(access, id, signal) : null,
  ]);
  const row = toRow(wire, '');
  switch (change.name) {
    case 'status':
    case 'reopen':
      return { status: wire.status };
    case 'severity':
      return { severity: row?.severity.raw ?? '' };
    case 'assignee':
      return { assignee: wire.assignee };
    case 'title':
      return { title: row?.title ?? '' };
    case 'tags':
      return { tags: joinTags(wire.tags) };
    case 'text':
      return { [change.field]: change.field === 'description' ? wire.description : '' };
    case 'post':
      return {};
    case 'close':
      return {
        status: wire.status,
        ...(toResolution(change.reason) === null ? {} : { resolution: wire.resolution }),
        ...(alerts === null ? {} : { alerts }),
      };
  }
}

/** Releases before 5.4.1 close a case and leave its alerts open. null: there are none, or they do not say. */
async function readAlertsState(
  { call }: CaseAccess,
  id: string,
  signal: AbortSignal,
): Promise<'Open' | 'Closed' | null> {
  const body = await call('listAlerts', {
    params: { id },
    query: { limit: alertsLookedAt, skip: 0 },
    signal,
  });
  const parsed = v.safeParse(wireAlertPage, body);
  if (!parsed.success) throw notUnderstood('a list of alerts');
  const states = readAlerts(parsed.output.data.docs)
    .map(alertStatus)
    .filter(status => status !== null);
  if (states.length === 0) return null;
  return states.some(({ value }) => openStatuses.has(value)) ? 'Open' : 'Closed';
}
