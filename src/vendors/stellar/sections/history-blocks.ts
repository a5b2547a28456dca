import type { Block, Cell } from '#domain/section.ts';
import type { TimelineEntry } from '#domain/timeline.ts';
import { statusOf } from '../mapping.ts';
import type { Activity } from './activity.ts';
import type { Score } from './score.ts';

const nothing = 'nothing';

export function activityTable(activities: readonly Activity[]): Block | null {
  if (activities.length === 0) return null;
  return {
    kind: 'table',
    key: 'activities',
    title: 'Changes',
    columns: [
      { id: 'at', title: 'When' },
      { id: 'who', title: 'Who' },
      { id: 'field', title: 'Field' },
      { id: 'from', title: 'From' },
      { id: 'to', title: 'To' },
    ],
    rows: activities.map(({ stamp, actor, field, from, to }, index) => ({
      id: `activity ${index}`,
      cells: cellsOf({
        at: stamp === null ? null : { kind: 'instant', stamp },
        who: actor === null ? null : { kind: 'text', text: actor },
        field: { kind: 'text', text: labelOf(field) },
        from: from === null ? null : { kind: 'text', text: from || nothing },
        to: to === null ? null : { kind: 'text', text: to || nothing },
      }),
    })),
  };
}

export function scoreTable(scores: readonly Score[]): Block | null {
  if (scores.length === 0) return null;
  return {
    kind: 'table',
    key: 'scores',
    title: 'Score',
    columns: [
      { id: 'at', title: 'When' },
      { id: 'score', title: 'Score', isNumeric: true },
      { id: 'reasons', title: 'Why' },
    ],
    rows: scores.map(({ stamp, value, reasons }, index) => ({
      id: `score ${index}`,
      cells: cellsOf({
        at: stamp === null ? null : { kind: 'instant', stamp },
        score: value === null ? null : { kind: 'number', value, text: String(value) },
        reasons: reasons.length === 0 ? null : { kind: 'text', text: reasons.join('; ') },
      }),
    })),
  };
}

export function toActivityEntries(activities: readonly Activity[]): TimelineEntry[] {
  return activities.flatMap(({ stamp, actor, field, from, to }, index): TimelineEntry[] => {
    if (stamp === null) return [];
    const isStatus = field === 'status';
    const label = labelOf(field).toLowerCase();
    return [
      {
        ...bare,
        id: `activity ${index}`,
        kind: isStatus ? 'status' : 'change',
        stamp,
        actor,
        action: to === null ? 'changed' : `set ${label} to`,
        subject: to === null ? label : to || nothing,
        support: from === null || from === '' ? '' : `from ${from}`,
        status: isStatus && to !== null ? (statusOf(to) ?? 'other') : null,
      },
    ];
  });
}

export function toScoreEntries(scores: readonly Score[]): TimelineEntry[] {
  return scores.flatMap(({ stamp, value, reasons }, index): TimelineEntry[] => {
    if (stamp === null) return [];
    const subject = value === null ? 'Score changed' : `Score ${value}`;
    return [{ ...bare, id: `score ${index}`, kind: 'score', stamp, subject, support: reasons.join('; ') }];
  });
}

const bare = {
  actor: null,
  action: '',
  body: null,
  severity: null,
  status: null,
  labels: [],
  color: null,
  section: 'history',
  notBefore: null,
} as const;

/** 'in_progress_by' is 'In progress by'. */
function labelOf(field: string): string {
  const text = field.replaceAll('_', ' ').trim() || 'something';
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function cellsOf(cells: Readonly<Record<string, Cell | null>>): Record<string, Cell> {
  return Object.fromEntries(Object.entries(cells).filter((pair): pair is [string, Cell] => pair[1] !== null));
}
