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
      const [wire, activities] = await Promise.all([
        api.getCase(caseId, signal),
        source.list('listActivities', caseId, null, wireActivity, signal),
      ]);
      const people = await source.people(caseId, signal);
      const changes = Object.entries(wire.modification_history).map(([key, { action, user }]) => ({
        key,
        action: action || 'changed',
        user: people.byLogin(user),
      }));
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

type Change = { key: string; action: string; user: string | null };

function toChangeRow({ key, action, user }: Change) {
  return {
    id: `change-${key}`,
    cells: cellsOf({ at: instantCell(historyStamp(key)), what: textCell(action), by: textCell(user) }),
  };
}

/** 'created', 'case info updated', 'case closed', 'case reopened'. */
function toChangeEntry({ key, action, user }: Change): TimelineEntry[] {
  const stamp = historyStamp(key);
  if (stamp === null) return [];
  const word = /^(?:case )?(?:info )?(created|updated|closed|reopened)$/i.exec(action)?.[1]?.toLowerCase();
  return [
    toEntry({
      id: `change-${key}`,
      kind: word === undefined || word === 'updated' ? 'change' : 'status',
      stamp,
      actor: user,
      action: word ?? 'logged',
      subject: word === undefined ? action : 'the case',
      status: word === 'closed' ? 'closed' : word === 'created' || word === 'reopened' ? 'open' : null,
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

/** Uploads stand in the timeline as files; IRIS says what was done in a sentence that it capitalized. */
function toActivityEntry(activity: Activity, index: number): TimelineEntry[] {
  const stamp = utcStamp(activity.activity_date);
  const said = activity.activity_desc ?? '';
  if (stamp === null || said.trim() === '' || /^file ".*" added to ds$/i.test(said)) return [];
  const [, verb, rest] = /^([A-Z][a-z]+ed) (.+)$/s.exec(said) ?? [];
  return [
    toEntry({
      id: `activity-${index + 1}`,
      kind: 'change',
      stamp,
      actor: activity.name,
      action: verb?.toLowerCase() ?? 'logged',
      subject: rest ?? said,
      section: 'history',
    }),
  ];
}
