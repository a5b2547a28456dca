import * as v from 'valibot';
import type { Column, TableRow } from '#domain/section.ts';
import type { TimelineEntry } from '#domain/timeline.ts';
import type { Status } from '#domain/words.ts';
import type { SectionReader } from '#http/sections.ts';
import { listOf, number, objectId, text } from '../wire.ts';
import {
  cellsOf,
  fieldsBlock,
  instantCell,
  instantField,
  markdownBlock,
  tagsCell,
  textCell,
  textField,
} from './blocks.ts';
import { customFields } from './custom-attributes.ts';
import { toEntry } from './entry.ts';
import { type Keyed, keyed } from './keyed.ts';
import { listPage, withComments } from './list-section.ts';
import type { Source } from './source.ts';

/** A row of `/case/tasks/list`: its number is `task_id` here and `id` everywhere else. */
const wireTask = v.object({
  task_id: objectId,
  task_title: text,
  task_description: text,
  task_tags: text,
  task_open_date: text,
  status_name: text,
  task_assignees: listOf(v.object({ name: text, user: text })),
});
type Task = v.InferOutput<typeof wireTask>;

const wireWholeTask = v.object({
  task_open_date: text,
  task_last_update: text,
  task_userid_open: number,
  task_userid_update: number,
  task_uuid: text,
  custom_attributes: v.fallback(v.unknown(), null),
});

const columns: readonly Column[] = [
  { id: 'title', title: 'Task' },
  { id: 'status', title: 'Status' },
  { id: 'assignees', title: 'Assignees' },
  { id: 'tags', title: 'Tags' },
  { id: 'opened', title: 'Opened' },
];

export function tasksSection(source: Source): SectionReader {
  return {
    async read(caseId, _cursor, signal) {
      const { rows, lost } = await source.list('listTasks', caseId, 'tasks', wireTask, signal);
      const tasks = keyed(rows, task => task.task_id);
      return {
        ...listPage({
          key: 'tasks',
          columns,
          rows: tasks.map(task => toTableRow(source, task)),
          lost,
          plural: 'tasks',
        }),
        entries: tasks.flatMap(task => toTaskEntry(source, task)),
        doneCount: rows.filter(task => toStatus(task.status_name) === 'resolved').length,
      };
    },
    item: withComments(source, 'tasks', async (caseId, id, signal) => {
      const task = await source.one('getTask', caseId, wireWholeTask, signal, { id });
      const people = await source.people(caseId, signal);
      return {
        blocks: [
          ...fieldsBlock('task', null, [
            textField('Opened by', people.byId(task.task_userid_open)),
            instantField('Opened', source.server(task.task_open_date)),
            textField('Changed by', people.byId(task.task_userid_update)),
            // By the server's clock until somebody changes it, and in UTC from then on: IRIS does not say which.
            instantField('Changed', source.server(task.task_last_update)),
            textField('UUID', task.task_uuid, 'mono'),
          ]),
          ...fieldsBlock('custom', 'Custom attributes', customFields(task.custom_attributes)),
        ],
        observables: [],
      };
    }),
  };
}

/** By name: the numbers differ on servers that were migrated. */
function toStatus(word: string | null): Status {
  switch (word?.toLowerCase()) {
    case 'to do':
      return 'new';
    case 'in progress':
      return 'in-progress';
    case 'on hold':
      return 'pending';
    case 'done':
      return 'resolved';
    case 'canceled':
      return 'cancelled';
    default:
      return 'other';
  }
}

function assigneesOf(task: Task): string {
  return task.task_assignees
    .map(({ name, user }) => name ?? user ?? '')
    .filter(Boolean)
    .join(', ');
}

function toTableRow(source: Source, { key, canOpen, row }: Keyed<Task>): TableRow {
  return {
    id: key,
    hasMore: canOpen,
    cells: cellsOf({
      title: textCell(row.task_title),
      status:
        row.status_name === null
          ? null
          : { kind: 'status', status: { value: toStatus(row.status_name), raw: row.status_name } },
      assignees: textCell(assigneesOf(row)),
      tags: tagsCell(row.task_tags),
      opened: instantCell(source.server(row.task_open_date)),
    }),
    blocks: markdownBlock('description', null, row.task_description),
  };
}

/** The list does not say who opened a task. */
function toTaskEntry(source: Source, { key, row }: Keyed<Task>): TimelineEntry[] {
  const stamp = source.server(row.task_open_date);
  if (stamp === null) return [];
  const assignees = assigneesOf(row);
  const description = row.task_description ?? '';
  return [
    toEntry({
      id: `task-${key}`,
      kind: 'task',
      stamp,
      subject: `Task opened: ${row.task_title || 'without a title'}`,
      support: [
        row.status_name === null ? '' : `now ${row.status_name}`,
        assignees === '' ? '' : `for ${assignees}`,
      ]
        .filter(Boolean)
        .join(', '),
      body: description.trim() === '' ? null : { format: 'markdown', text: description },
      status: row.status_name === null ? null : toStatus(row.status_name),
      labels: [],
      section: 'tasks',
    }),
  ];
}
