import type { Block, Column, SectionPage } from '#domain/section.ts';
import type { SectionReader } from '#http/sections.ts';
import { toFields, toPerson } from '../mapping.ts';
import type { WireCase } from '../wire.ts';
import type { Source } from './source.ts';
import { readTagsBlock } from './tags-block.ts';
import { spellOut } from './words.ts';

const workflowColumns: readonly Column[] = [
  { id: 'workflow', title: 'Workflow' },
  { id: 'state', title: 'State' },
  { id: 'by', title: 'Acknowledged by' },
];
const watcherColumns: readonly Column[] = [
  { id: 'who', title: 'Watcher' },
  { id: 'way', title: 'Told by' },
];

export function createSummaryReader({ call, cases }: Source): SectionReader {
  async function read(id: string, _cursor: string | null, signal: AbortSignal): Promise<SectionPage> {
    const item = await cases.find(id, signal);
    const blocks: Block[] = [
      toDescription(item),
      { kind: 'fields', key: 'fields', title: 'Details', fields: toFields(item) },
      ...toWorkflows(item),
      ...toWatchers(item),
      ...(await readTagsBlock(call, item.id, signal)),
    ];
    return { blocks, entries: [], observables: [], count: null, next: null };
  }
  return { read };
}

function toDescription({ description }: WireCase): Block {
  if (description === null || description.trim() === '')
    return { kind: 'notice', key: 'description', text: 'This case has no description.' };
  return { kind: 'text', key: 'description', title: null, text: { format: 'html', text: description } };
}

function toWorkflows({ workflows }: WireCase): Block[] {
  if (workflows.length === 0) return [];
  const rows = workflows.map(({ workflow, state, acknowledgedByUser }, index) => ({
    id: String(index + 1),
    cells: {
      workflow: { kind: 'text' as const, text: spellOut(workflow ?? '') || 'Unnamed' },
      ...(state
        ? {
            state: {
              kind: 'state' as const,
              text: state,
              tone: state === 'acknowledged' ? ('good' as const) : ('wait' as const),
            },
          }
        : {}),
      ...(acknowledgedByUser === null
        ? {}
        : { by: { kind: 'text' as const, text: toPerson(acknowledgedByUser)?.name ?? '' } }),
    },
  }));
  return [{ kind: 'table', key: 'workflows', title: 'Workflows', columns: workflowColumns, rows }];
}

/** How the list of watchers is read is not published; some answers carry it. */
function toWatchers({ watchers }: WireCase): Block[] {
  if (watchers.length === 0) return [];
  const rows = watchers.map(({ type, destination, userOrGroup }, index) => {
    const named = typeof userOrGroup === 'string' ? userOrGroup : toPerson(userOrGroup)?.name;
    return {
      id: String(index + 1),
      cells: {
        who: { kind: 'text' as const, text: destination || named || 'Somebody whom Argus does not name' },
        ...(type ? { way: { kind: 'text' as const, text: type } } : {}),
      },
    };
  });
  return [{ kind: 'table', key: 'watchers', title: 'Watchers', columns: watcherColumns, rows }];
}
