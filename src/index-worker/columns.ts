import type { Person } from '#domain/case.ts';
import { type Kind, kinds, type Severity, type Status, severities, statuses } from '#domain/words.ts';
import { CodeColumn, type CodeColumnOptions } from './code-column.ts';
import { type ColumnData, type NumberColumnName, numberColumnNames } from './column-data.ts';
import { foldText, naturalKey } from './fold.ts';
import { NumberColumn } from './number-column.ts';

/** In the order of `words`; one of them, and every word we do not know, counts as missing. */
function inOrderOf<Word extends string>(
  words: readonly Word[],
  missing: Word | null,
): CodeColumnOptions<Word> {
  return {
    seed: words,
    keyOf: word => word,
    sortKeyOf: word => {
      const place = words.indexOf(word);
      return word === missing || place < 0 ? null : String.fromCharCode(place);
    },
  };
}

const plainText: CodeColumnOptions<string> = { seed: [], keyOf: text => text, sortKeyOf: foldText };

const codeColumnOptions = {
  connectionId: plainText,
  number: { seed: [], keyOf: text => text, sortKeyOf: naturalKey } satisfies CodeColumnOptions<string>,
  title: plainText,
  kind: inOrderOf<Kind>(kinds, null),
  status: inOrderOf<Status>(statuses, 'other'),
  statusRaw: plainText,
  /** Descending is the gravest first. */
  severity: inOrderOf<Severity>(severities.toReversed(), 'unknown'),
  severityRaw: plainText,
  assignee: {
    seed: [null],
    keyOf: person => (person === null ? '' : `${person.id.length}:${person.id}${person.name}`),
    sortKeyOf: person => (person === null ? null : foldText(person.name)),
  } satisfies CodeColumnOptions<Person | null>,
  tenant: {
    seed: [null],
    keyOf: tenant => tenant ?? '',
    sortKeyOf: tenant => (tenant === null ? null : foldText(tenant)),
  } satisfies CodeColumnOptions<string | null>,
  /** A whole list of tags is one value: rows share few lists, and filters and counts work on the list's code. */
  tags: {
    seed: [[]],
    /** With lengths, so that no character in a tag makes two lists look alike. */
    keyOf: tags => tags.map(tag => `${tag.length}:${tag}`).join(''),
    sortKeyOf: tags => tags.join('\n'),
  } satisfies CodeColumnOptions<readonly string[]>,
};

export type CodeColumns = {
  connectionId: CodeColumn<string>;
  number: CodeColumn<string>;
  title: CodeColumn<string>;
  kind: CodeColumn<Kind>;
  status: CodeColumn<Status>;
  statusRaw: CodeColumn<string>;
  severity: CodeColumn<Severity>;
  severityRaw: CodeColumn<string>;
  assignee: CodeColumn<Person | null>;
  tenant: CodeColumn<string | null>;
  tags: CodeColumn<readonly string[]>;
};
export type NumberColumns = Record<NumberColumnName, NumberColumn>;

/** All rows, by column. A slot is a row's place in every column. */
export type Columns = { ids: string[]; codes: CodeColumns; numbers: NumberColumns };

export function createColumns(): Columns {
  return {
    ids: [],
    codes: {
      connectionId: new CodeColumn(codeColumnOptions.connectionId),
      number: new CodeColumn(codeColumnOptions.number),
      title: new CodeColumn(codeColumnOptions.title),
      kind: new CodeColumn(codeColumnOptions.kind),
      status: new CodeColumn(codeColumnOptions.status),
      statusRaw: new CodeColumn(codeColumnOptions.statusRaw),
      severity: new CodeColumn(codeColumnOptions.severity),
      severityRaw: new CodeColumn(codeColumnOptions.severityRaw),
      assignee: new CodeColumn<Person | null>(codeColumnOptions.assignee),
      tenant: new CodeColumn<string | null>(codeColumnOptions.tenant),
      tags: new CodeColumn<readonly string[]>(codeColumnOptions.tags),
    },
    numbers: {
      createdAt: new NumberColumn(),
      updatedAt: new NumberColumn(),
      closedAt: new NumberColumn(),
      dueAt: new NumberColumn(),
      expiresAt: new NumberColumn(),
      alertCount: new NumberColumn(),
    },
  };
}

/** The rows of some slots, in the order given, without the dictionary values that only others use. */
export function pickColumns({ ids, codes, numbers }: Columns, slots: Uint32Array): ColumnData {
  return {
    ids: pickTexts(ids, slots),
    codes: {
      connectionId: codes.connectionId.pick(slots),
      number: codes.number.pick(slots),
      title: codes.title.pick(slots),
      kind: codes.kind.pick(slots),
      status: codes.status.pick(slots),
      statusRaw: codes.statusRaw.pick(slots),
      severity: codes.severity.pick(slots),
      severityRaw: codes.severityRaw.pick(slots),
      assignee: codes.assignee.pick(slots),
      tenant: codes.tenant.pick(slots),
      tags: codes.tags.pick(slots),
    },
    numbers: {
      createdAt: numbers.createdAt.pick(slots),
      updatedAt: numbers.updatedAt.pick(slots),
      closedAt: numbers.closedAt.pick(slots),
      dueAt: numbers.dueAt.pick(slots),
      expiresAt: numbers.expiresAt.pick(slots),
      alertCount: numbers.alertCount.pick(slots),
    },
  };
}

/** Writes rows into the slots from `slot` on. */
export function appendColumns({ ids, codes, numbers }: Columns, slot: number, data: ColumnData): void {
  for (const id of data.ids) ids.push(id);
  codes.connectionId.append(slot, data.codes.connectionId);
  codes.number.append(slot, data.codes.number);
  codes.title.append(slot, data.codes.title);
  codes.kind.append(slot, data.codes.kind);
  codes.status.append(slot, data.codes.status);
  codes.statusRaw.append(slot, data.codes.statusRaw);
  codes.severity.append(slot, data.codes.severity);
  codes.severityRaw.append(slot, data.codes.severityRaw);
  codes.assignee.append(slot, data.codes.assignee);
  codes.tenant.append(slot, data.codes.tenant);
  codes.tags.append(slot, data.codes.tags);
  for (const name of numberColumnNames) numbers[name].append(slot, data.numbers[name]);
}

function pickTexts(texts: readonly string[], slots: Uint32Array): string[] {
  const picked: string[] = [];
  for (let index = 0; index < slots.length; index++) picked.push(texts[slots[index] as number] as string);
  return picked;
}
