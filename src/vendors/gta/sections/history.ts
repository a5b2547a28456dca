import type { Block, TableRow } from '#domain/section.ts';
import type { Stamp } from '#domain/stamp.ts';
import type { TimelineEntry } from '#domain/timeline.ts';
import type { SectionReader } from '#http/sections.ts';
import type { GtaApi } from '../api.ts';
import { toSeverity } from '../mapping.ts';
import { toStamp } from '../stamp.ts';
import { machineEntry } from './entry.ts';

type Happening = { id: string; stamp: Stamp; what: string; support: string };

/** Two instants are all that the service keeps of what happened to an alert. */
export function createHistory(api: GtaApi): SectionReader {
  return {
    async read(id, _cursor, signal) {
      const alert = await api.alert(id, signal);
      const triggered = toStamp(alert.triggeredAt);
      const changed = toStamp(alert.modifiedAt);
      const happenings: Happening[] = [];
      if (triggered !== null)
        happenings.push({
          id: 'triggered',
          stamp: triggered,
          what: 'Alert triggered',
          support: alert.risk === null ? '' : `risk ${alert.risk}`,
        });
      if (changed !== null && changed.original !== triggered?.original)
        happenings.push({
          id: 'changed',
          stamp: changed,
          what: 'Alert changed',
          support: 'its risk, status or note, or a detection joined or left',
        });
      return {
        blocks: happenings.length === 0 ? [] : [toTable(happenings), rule],
        entries: happenings.map(
          (happening): TimelineEntry => ({
            ...machineEntry,
            id: happening.id,
            kind: happening.id === 'triggered' ? 'alert' : 'change',
            stamp: happening.stamp,
            subject: happening.what,
            support: happening.support,
            severity: happening.id === 'triggered' ? toSeverity(alert.risk).value : null,
            section: 'history',
            notBefore:
              happening.id === 'triggered' || triggered === null
                ? null
                : { at: triggered.at, what: 'when it was triggered' },
          }),
        ),
        observables: [],
        count: happenings.length,
        next: null,
      };
    },
  };
}

function toTable(happenings: readonly Happening[]): Block {
  return {
    kind: 'table',
    key: 'history',
    title: null,
    columns: [
      { id: 'at', title: 'When' },
      { id: 'what', title: 'What' },
    ],
    rows: happenings.map(
      ({ id, stamp, what, support }): TableRow => ({
        id,
        cells: { at: { kind: 'instant', stamp }, what: { kind: 'text', text: what, support } },
      }),
    ),
  };
}

const rule: Block = {
  kind: 'notice',
  key: 'history-rule',
  text: 'Global Threat Alerts keeps no history: only when an alert was triggered and when it last changed, not by whom or in what.',
};
