import { type Block, observableTypes, type SectionId, type SectionPage } from '#domain/section.ts';
import type { Stamp } from '#domain/stamp.ts';
import { entryKinds, type TimelineEntry } from '#domain/timeline.ts';
import { severities, statuses } from '#domain/words.ts';

const precisions = new Set(['day', 'minute', 'second', 'millisecond', 'microsecond']);

/** What is wrong with the pages of a section, whatever the vendor sent; empty when nothing is. */
export function faultsOfSection(section: SectionId, pages: readonly SectionPage[]): string[] {
  const faults: string[] = [];
  const blocks = pages.flatMap(page => page.blocks);
  const entries = pages.flatMap(page => page.entries);
  for (const page of pages)
    faults.push(
      ...twice(
        'block',
        page.blocks.map(({ key }) => key),
      ),
    );
  faults.push(
    ...twice(
      'entry',
      entries.map(({ id }) => id),
    ),
  );
  faults.push(...blocks.flatMap(faultsOfBlock));
  faults.push(...entries.flatMap(entry => faultsOfEntry(section, entry)));
  for (const { type, value } of pages.flatMap(page => page.observables)) {
    if (!observableTypes.includes(type)) faults.push(`observable of type ${type}`);
    if (!isText(value)) faults.push(`observable without a value: ${String(value)}`);
  }
  return faults;
}

function faultsOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return isText(block.text.text) ? [] : [`${block.key}: no text`];
    case 'notice':
      return isText(block.text) ? [] : [`${block.key}: no text`];
    case 'fields':
      return block.fields.flatMap(({ label, text, kind, at }) => [
        ...(isText(label) && isText(text) ? [] : [`${block.key}: ${label} has no text`]),
        ...(kind !== 'instant' || Number.isFinite(at) ? [] : [`${block.key}: ${label} is at no time`]),
      ]);
    case 'table': {
      const known = new Set(block.columns.map(({ id }) => id));
      const cells = block.rows.flatMap(row => Object.entries(row.cells));
      return [
        ...twice(
          `${block.key}: row`,
          block.rows.map(({ id }) => id),
        ),
        ...cells.filter(([id]) => !known.has(id)).map(([id]) => `${block.key}: a cell of no column, ${id}`),
        ...cells.flatMap(([id, cell]) =>
          cell.kind === 'instant' ? faultsOfStamp(`${block.key}.${id}`, cell.stamp) : [],
        ),
        ...block.rows.flatMap(row => (row.blocks ?? []).flatMap(faultsOfBlock)),
      ];
    }
    case 'posts':
      return [
        ...twice(
          `${block.key}: post`,
          block.posts.map(({ id }) => id),
        ),
        ...block.posts.flatMap(post => (post.stamp === null ? [] : faultsOfStamp(block.key, post.stamp))),
        ...block.posts
          .filter(
            ({ text, marks }) => typeof text.text !== 'string' || !marks.every(mark => isText(mark.text)),
          )
          .map(({ id }) => `${block.key}: ${id} has no words`),
      ];
    case 'tree':
      return block.nodes.every(({ name }) => isText(name)) ? [] : [`${block.key}: a node without a name`];
    case 'downloads':
      return twice(
        `${block.key}: download`,
        block.downloads.map(({ id }) => id),
      );
  }
}

function faultsOfEntry(section: SectionId, entry: TimelineEntry): string[] {
  const faults = faultsOfStamp(entry.id, entry.stamp);
  const must = (isRight: boolean, what: string) => {
    if (!isRight) faults.push(`${entry.id}: ${what}`);
  };
  must(entryKinds.includes(entry.kind), `kind ${entry.kind}`);
  must(entry.section === section, `stands in ${entry.section}`);
  must(`${entry.action}${entry.subject}`.trim() !== '', 'says nothing');
  must(entry.severity === null || severities.includes(entry.severity), 'severity');
  must(entry.status === null || statuses.includes(entry.status), 'status');
  must(entry.color === null || /^#[0-9a-f]{6}$/i.test(entry.color), `colour ${entry.color}`);
  must(entry.notBefore === null || Number.isFinite(entry.notBefore.at), 'notBefore');
  return faults;
}

function faultsOfStamp(where: string, stamp: Stamp): string[] {
  const isWhole =
    Number.isFinite(stamp.at) &&
    Math.abs(stamp.at) <= 8.64e15 &&
    precisions.has(stamp.precision) &&
    isText(stamp.original) &&
    isText(stamp.zone);
  return isWhole ? [] : [`${where}: a time that is none, ${JSON.stringify(stamp)}`];
}

function twice(what: string, ids: readonly string[]): string[] {
  const seen = new Set<string>();
  return ids.filter(id => seen.size === seen.add(id).size).map(id => `${what} ${id} stands there twice`);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
