import type { Change, FieldValues, Verdict } from '#domain/command.ts';
import { toRow } from '../mapping.ts';
import type { WireCase } from '../wire.ts';

/** `close` with this for its status leaves the outcome as it is; IRIS has no word of its own for a closed case. */
export const closedWord = 'closed';
export const openWord = 'open';

/** The outcome in the server's words, as the case page shows it. */
function outcomeText(wire: WireCase, names: ReadonlyMap<number, string>): string {
  if (wire.status_id === null) return '';
  return names.get(wire.status_id) ?? `Outcome ${wire.status_id}`;
}

/**
 * A case as fields. `status`, `severity`, `assignee`, `title` and `tags` are as in its row, so `status` is always empty:
 * IRIS sends no word for it. `state` is what its closing day says; `outcome` is kept apart from it.
 */
export function caseFields(wire: WireCase, names: ReadonlyMap<number, string>) {
  const row = toRow('', wire);
  return {
    status: row.status.raw,
    severity: row.severity.raw,
    assignee: row.assignee?.id ?? '',
    title: row.title,
    tags: joinTags(row.tags),
    state: row.closedAt === null ? openWord : closedWord,
    outcome: outcomeText(wire, names),
    summary: wire.case_description ?? '',
  };
}

type Field = keyof ReturnType<typeof caseFields>;

/** What a change touches, before and after it. */
const touched: Record<Change['name'], readonly Field[]> = {
  status: ['status', 'outcome'],
  severity: ['severity'],
  assignee: ['assignee'],
  tags: ['tags'],
  title: ['title'],
  post: [],
  text: ['summary'],
  close: ['status', 'state', 'outcome'],
  reopen: ['status', 'state'],
};

export function pickFields(fields: FieldValues, change: Change): FieldValues {
  return pick(fields, touched[change.name]);
}

export function wantedFields(change: Change, fresh: FieldValues): FieldValues {
  switch (change.name) {
    case 'status':
      return { outcome: change.to };
    case 'severity':
      return { severity: change.to };
    case 'assignee':
      return { assignee: change.to ?? '' };
    case 'tags':
      return { tags: joinTags(changeTags(splitTags(fresh['tags'] ?? ''), change)) };
    case 'title':
      return { title: change.to.trim() };
    case 'text':
      return { summary: change.to };
    case 'close':
      return change.to === closedWord ? { state: closedWord } : { state: closedWord, outcome: change.to };
    case 'reopen':
      return { state: openWord };
    case 'post':
      return {};
  }
}

/** Tags in the order in which they stand, without those removed and with the new ones last. */
export function changeTags(tags: readonly string[], change: Change & { name: 'tags' }): string[] {
  const removed = new Set(change.remove.map(tag => tag.trim()));
  const kept = tags.filter(tag => !removed.has(tag));
  return [...new Set([...kept, ...change.add.map(tag => tag.trim())])];
}

/** What was wanted of a case, against how it is now. */
export function judgeFields(change: Change, now: FieldValues): Verdict {
  const after = pickFields(now, change);
  const wanted = wantedFields(change, now);
  const differing = Object.keys(wanted).filter(field => now[field] !== wanted[field]);
  if (differing.length === 0) return { kind: 'applied', after };
  const isPart =
    change.name === 'tags'
      ? isPartOfTags(change, splitTags(now['tags'] ?? ''))
      : differing.length < Object.keys(wanted).length;
  return isPart ? { kind: 'differs', fields: differing, after } : { kind: 'absent', after };
}

function isPartOfTags(change: Change & { name: 'tags' }, tags: readonly string[]): boolean {
  return (
    change.add.some(tag => tags.includes(tag.trim())) || change.remove.some(tag => !tags.includes(tag.trim()))
  );
}

function joinTags(tags: readonly string[]): string {
  return [...tags].sort().join('\n');
}

function splitTags(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

function pick(fields: FieldValues, names: readonly string[]): FieldValues {
  return Object.fromEntries(names.map(name => [name, fields[name] ?? '']));
}
