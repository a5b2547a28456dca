import { analysts } from '../../cast.ts';
import type { ActivityRecord, CommentRecord, SimulatedCase } from './records.ts';
import { closedStatuses } from './records.ts';
import type { StellarState } from './state.ts';

/** What happened to the case before the simulator started, told from how it stands now, then what happened here. */
export function readActivities(state: StellarState, simulated: SimulatedCase): ActivityRecord[] {
  return [...toldActivities(simulated), ...(state.activities.get(simulated.record._id) ?? [])];
}

function toldActivities(simulated: SimulatedCase): ActivityRecord[] {
  const { record, isReopened } = simulated;
  const activities: ActivityRecord[] = [];
  const user = record.modified_by || 'System';
  const acknowledgedAt = record.acknowledged ?? 0;
  if (record.assignee !== '') {
    const at = acknowledgedAt === 0 ? record.modified_at : acknowledgedAt;
    activities.push({ field: 'assignee', from: '', to: record.assignee, timestamp: at, user });
  }
  if (acknowledgedAt > 0) {
    activities.push({ field: 'status', from: 'New', to: 'In Progress', timestamp: acknowledgedAt, user });
  }
  if (record.status === 'Escalated' && record.severity === 'Critical') {
    activities.push({
      field: 'severity',
      from: 'High',
      to: 'Critical',
      timestamp: acknowledgedAt + 30_000,
      user,
    });
  }
  const endAt = record.modified_at;
  if (isReopened) {
    const middleAt = Math.floor((acknowledgedAt + endAt) / 2);
    activities.push({ field: 'status', from: 'In Progress', to: 'Resolved', timestamp: middleAt, user });
    activities.push({ field: 'status', from: 'Resolved', to: 'In Progress', timestamp: endAt, user });
  } else if (closedStatuses.has(record.status) || record.status === 'Escalated') {
    activities.push({ field: 'status', from: 'In Progress', to: record.status, timestamp: endAt, user });
  }
  return activities;
}

/** How the score grew with the alerts. */
export function readScores(simulated: SimulatedCase): object[] {
  const { record } = simulated;
  const steps = Math.min(record.size, 5);
  return Array.from({ length: steps }, (_, index) => ({
    timestamp: Math.floor(
      record.created_at + ((record.modified_at - record.created_at) * index) / Math.max(1, steps - 1),
    ),
    score: Math.round((record.score * (index + 1) * 10) / steps) / 10,
    reasons: [{ reason: index === 0 ? 'Case created' : 'Alerts joined the case' }],
  }));
}

/** The list to change; in no order that a client may rely on. */
export function openComments(state: StellarState, simulated: SimulatedCase): CommentRecord[] {
  const { _id } = simulated.record;
  const known = state.comments.get(_id);
  if (known !== undefined) return known;
  const comments = toldComments(simulated);
  state.comments.set(_id, comments);
  return comments;
}

/** Reading keeps nothing, so that 139,380 cases stay small. */
export function readComments(state: StellarState, simulated: SimulatedCase): CommentRecord[] {
  return state.comments.get(simulated.record._id) ?? toldComments(simulated);
}

function toldComments(simulated: SimulatedCase): CommentRecord[] {
  const { record, story } = simulated;
  const texts: string[] = [];
  if (story !== null) {
    texts.push(`First look: ${story.alerts} alerts, all of them about ${subject(simulated)}.`);
    if (story.status !== 'new') {
      texts.push('Owner of the host is called, answer pending.', 'Related cases with other vendors exist.');
    }
  } else if (record.resolution === 'False Positive') {
    texts.push(
      `False positive: expected activity of ${simulated.user} on ${simulated.host}, confirmed with the owner.`,
    );
  }
  // The newest comes first on every other case.
  const comments = texts.map((comment, index) => toldComment(simulated, comment, index));
  return record.ticket_id % 2 === 0 ? comments.toReversed() : comments;
}

function subject(simulated: SimulatedCase): string {
  return simulated.host || simulated.user || 'one account';
}

function toldComment(simulated: SimulatedCase, comment: string, index: number): CommentRecord {
  const { record } = simulated;
  const author = analysts.find(candidate => candidate.hex === record.assignee) ?? analysts[1];
  const span = record.modified_at - record.created_at;
  const createdAt = record.created_at + Math.floor((span * (index + 1)) / 4);
  return {
    _id: `${record._id.slice(0, 20)}c${index.toString(16).padStart(3, '0')}`,
    case_id: record._id,
    comment,
    created_at: createdAt,
    // Somebody thought better of the second one.
    ...(index === 1 ? { modified_at: createdAt + Math.floor(span / 8) } : {}),
    user: (index % 2 === 0 ? author?.hex : author?.email) ?? 'System',
  };
}
