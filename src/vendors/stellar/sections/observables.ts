import type { Block, SectionPage } from '#domain/section.ts';
import type { SectionReader } from '#http/sections.ts';
import type { CaseAccess } from '../case-access.ts';
import { notUnderstood } from '../errors.ts';
import { isRecord } from '../wire-parts.ts';
import { type ObservableGroup, readObservableGroups } from './observable-groups.ts';

export function createObservables({ call, allow }: CaseAccess): SectionReader {
  return {
    async read(id, _cursor, signal) {
      const [body] = await Promise.all([
        call('getObservables', { params: { id }, signal }),
        allow(id, signal),
      ]);
      return toPage(readObservableGroups(kindsOf(body)));
    },
  };
}

/** Not under `data`, where every other answer is. */
function kindsOf(body: unknown): Readonly<Record<string, unknown>> {
  const data = isRecord(body) ? (body['observables'] ?? body['data']) : null;
  const kinds = isRecord(data) && isRecord(data['observables']) ? data['observables'] : data;
  if (!isRecord(kinds)) throw notUnderstood('observables');
  return kinds;
}

function toPage(groups: readonly ObservableGroup[]): SectionPage {
  const observables = groups.flatMap(({ found }) => found.map(({ observable }) => observable));
  return { blocks: groups.map(toBlock), entries: [], observables, count: observables.length, next: null };
}

function toBlock({ kind, found }: ObservableGroup): Block {
  const hasDetails = found.some(({ details }) => details !== '');
  return {
    kind: 'table',
    key: kind,
    title: titleOf(kind),
    columns: [
      { id: 'value', title: 'Value' },
      ...(hasDetails ? [{ id: 'details', title: 'Beside it' }] : []),
    ],
    rows: found.map(({ observable, details }) => ({
      id: `${kind} ${observable.value}`,
      cells: {
        value: { kind: 'observable', observable },
        ...(details === '' ? {} : { details: { kind: 'text', text: details } as const }),
      },
    })),
  };
}

/** 'registry_keys' is 'Registry keys', 'urls' is 'URLs'. */
function titleOf(kind: string): string {
  if (kind === 'urls') return 'URLs';
  const text = kind.replaceAll('_', ' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
