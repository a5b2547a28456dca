import type { Cell, Column, SectionPage } from '#domain/section.ts';
import type { Stamp } from '#domain/stamp.ts';
import type { TimelineEntry } from '#domain/timeline.ts';
import type { Status } from '#domain/words.ts';
import type { SectionReader } from '#http/sections.ts';
import { archived } from '../mapping.ts';
import { toStamp } from '../stamp.ts';
import type { WireCaseDetail } from '../wire.ts';
import type { Source } from './source.ts';

const columns: readonly Column[] = [
  { id: 'time', title: 'Time' },
  { id: 'what', title: 'What' },
  { id: 'who', title: 'Who' },
];

/** Incydr keeps no history. What it tells is when a case was made, last changed, closed and archived. */
export function createHistoryReader({ findCase }: Source): SectionReader {
  async function read(id: string, _cursor: string | null, signal: AbortSignal): Promise<SectionPage> {
    const moments = toMoments(await findCase(id, signal));
    const rows = moments.map(({ key, stamp, actor, what }) => {
      const cells: Record<string, Cell> = {
        time: { kind: 'instant', stamp },
        what: { kind: 'text', text: what },
      };
      if (actor !== null) cells['who'] = { kind: 'text', text: actor };
      return { id: key, cells };
    });
    return {
      blocks: [
        ...(rows.length === 0
          ? []
          : [{ kind: 'table' as const, key: 'history', title: null, columns, rows }]),
        {
          kind: 'notice',
          key: 'no-history',
          text: 'Incydr keeps no history of a case: only when it was opened and when it was last changed.',
        },
      ],
      entries: moments.map(toEntry),
      observables: [],
      count: rows.length,
      next: null,
    };
  }
  return { read };
}

type Moment = {
  key: string;
  stamp: Stamp;
  actor: string | null;
  action: string;
  what: string;
  support: string;
  status: Status | null;
  notBefore: TimelineEntry['notBefore'];
};

function toMoments(wire: WireCaseDetail): Moment[] {
  const created = toStamp(wire.createdAt);
  const updated = toStamp(wire.updatedAt);
  const archival = wire.status === archived ? toStamp(wire.archivalTime) : null;
  const creator = wire.createdByUsername || wire.createdByUserUid;
  const editor = wire.lastModifiedByUsername || wire.lastModifiedByUserUid;
  const notBefore = created === null ? null : { at: created.at, what: 'the case was opened' };
  const moments: Moment[] = [];
  if (created !== null)
    moments.push({
      key: 'opened',
      stamp: created,
      actor: creator,
      action: 'opened',
      what: 'Opened',
      support: '',
      status: 'open',
      notBefore: null,
    });
  // A closed case cannot be edited, so closing it was its last change.
  const isClosed = wire.status === 'CLOSED';
  if (updated !== null && (isClosed || updated.original !== created?.original))
    moments.push({
      key: isClosed ? 'closed' : 'changed',
      stamp: updated,
      actor: editor,
      action: isClosed ? 'closed' : 'changed',
      what: isClosed ? 'Closed' : 'Changed last',
      support: isClosed ? '' : 'for the last time so far',
      status: isClosed ? 'closed' : null,
      notBefore,
    });
  if (archival !== null)
    moments.push({
      key: 'archived',
      stamp: archival,
      actor: null,
      action: 'archived',
      what: 'Archived',
      support: 'with its file events and files deleted',
      status: 'archived',
      notBefore,
    });
  return moments;
}

function toEntry({ key, stamp, actor, action, support, status, notBefore }: Moment): TimelineEntry {
  return {
    id: `history:${key}`,
    kind: status === null ? 'change' : 'status',
    stamp,
    actor: actor ?? (action === 'archived' ? 'Incydr' : null),
    action,
    subject: 'the case',
    support,
    body: null,
    severity: null,
    status,
    labels: [],
    color: null,
    section: 'history',
    notBefore,
  };
}
