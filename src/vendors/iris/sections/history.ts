import * as v from 'valibot';
import type { Block } from '#domain/section.ts';
import type { TimelineEntry } from '#domain/timeline.ts';
import type { SectionReader } from '#http/sections.ts';
import type { IrisApi } from '../api.ts';
import { dayStamp, historyStamp, utcStamp } from '../stamps.ts';
import { flag, text, type WireCase } from '../wire.ts';
import { cellsOf, instantCell, lostNotice, tableBlock, textCell } from './blocks.ts';
import { toEntry } from './entry.ts';
import type { Source } from './source.ts';

/** IRIS gives no more of them. */
const activityLimit = 40;

const wireActivity = v.object({ activity_date: text, activity_desc: text, is_from_api: flag, name: text });
type Activity = v.InferOutput<typeof wireActivity>;

const columns = [
  { id: 'at', title: 'Time' },
  { id: 'what', title: 'What' },
  { id: 'by', title: 'By' },
];

/** Changes of the case itself, whole, and what was done in it, as far as IRIS tells. Two calls. */
export function historySection(api: IrisApi, source: Source): SectionReader {
  return {
    async read(caseId, _cursor, signal) {
      const [{ wire }, activities] = await Promise.all([
        api.getCase(caseId, signal),
        source.list('listActivities', caseId, null, wireActivity, signal),
      ]);
      const changes = Object.entries(wire.modification_history);
      return {
        blocks: [
          ...tableBlock('changes', 'Changes of the case', columns, changes.map(toChangeRow)),
          ...tableBlock('activities', 'Activities', columns, activities.rows.map(toActivityRow)),
          ...limitNotice(activities.rows.length),
          ...lostNotice(activities.lost, 'activities'),
        ],
        entries: [
          ...changes.flatMap(toChangeEntry),
          ...days(wire),
          ...activities.rows.flatMap(toActivityEntry),
        ],
        observables: [],
        count: changes.length + activities.rows.length,
        next: null,
      };
    },
  };
}

function limitNotice(count: number): Block[] {
  if (count < activityLimit) return [];
  return [
    {
      kind: 'notice',
      key: 'newest',
      text: `These are the newest ${activityLimit} activities: IRIS gives no older ones.`,
    },
  ];
}

type Change = [key: string, change: { action: string | null; user: string | null }];

function toChangeRow([key, change]: Change) {
  return {
    id: `change-${key}`,
    cells: cellsOf({
      at: instantCell(historyStamp(key)),
      what: textCell(change.action ?? 'changed'),
      by: textCell(change.user),
    }),
  };
}

/** 'created', 'case info updated', 'case closed', 'case reopened'. */
function toChangeEntry([key, { action, user }]: Change): TimelineEntry[] {
  const stamp = historyStamp(key);
  if (stamp === null) return [];
  const word = action ?? 'changed';
  const isStatus = /\b(closed|reopened|created)\b/i.test(word);
  return [
    toEntry({
      id: `change-${key}`,
      kind: isStatus ? 'status' : 'change',
      stamp,
      actor: user,
      action: /^created$/i.test(word) ? 'created' : '',
      subject: /^created$/i.test(word) ? 'the case' : word,
      status: /\bclosed\b/i.test(word) ? 'closed' : isStatus ? 'open' : null,
      section: 'history',
    }),
  ];
}

/** Cases from before IRIS kept a history have a day or an instant and nobody's name. */
function days(wire: WireCase): TimelineEntry[] {
  const words = Object.values(wire.modification_history).map(({ action }) => action ?? '');
  const created = words.some(word => /^created$/i.test(word)) ? null : utcStamp(wire.initial_date);
  const closed = words.some(word => /\bclosed\b/i.test(word)) ? null : dayStamp(wire.close_date);
  return [
    ...(created === null
      ? []
      : [
          toEntry({
            id: 'created',
            kind: 'status',
            stamp: created,
            subject: 'Case created',
            status: 'open',
            section: 'history',
          }),
        ]),
    ...(closed === null
      ? []
      : [
          toEntry({
            id: 'closed',
            kind: 'status',
            stamp: closed,
            subject: 'Case closed',
            status: 'closed',
            section: 'history',
          }),
        ]),
  ];
}

function toActivityRow(activity: Activity, index: number) {
  const where = activity.is_from_api === true ? 'through the API' : null;
  return {
    id: `activity-${index + 1}`,
    cells: cellsOf({
      at: instantCell(utcStamp(activity.activity_date)),
      what: textCell(activity.activity_desc, where),
      by: textCell(activity.name),
    }),
  };
}

function toActivityEntry(activity: Activity, index: number): TimelineEntry[] {
  const stamp = utcStamp(activity.activity_date);
  const said = activity.activity_desc ?? '';
  if (stamp === null || said.trim() === '') return [];
  return [
    toEntry({
      id: `activity-${index + 1}`,
      kind: 'change',
      stamp,
      actor: activity.name,
      action: 'in IRIS:',
      subject: said,
      section: 'history',
    }),
  ];
}
