import type { Change, FieldValues } from '#domain/command.ts';

/** What a change says in the note, and under which field that is told; null: nothing. */
export function wordsOf(change: Change): { field: 'notes' | 'reason'; text: string } | null {
  if (change.name === 'post') return { field: 'notes', text: change.text };
  return change.name === 'close' && change.reason !== '' ? { field: 'reason', text: change.reason } : null;
}

/** The fields of a change, as they are once it is made. The whole note is foretold only where it is replaced. */
export function toWanted(change: Change, fresh: FieldValues): FieldValues {
  const words = wordsOf(change);
  const said = words === null ? {} : { [words.field]: words.text };
  switch (change.name) {
    case 'status':
    case 'reopen':
      return { status: change.to };
    case 'close':
      return { status: change.to, ...said };
    case 'post':
      return { ...said, ...(isOpenedFirst(change, fresh) ? { status: 'Open' } : {}) };
    case 'text':
      return { note: change.to, ...(isOpenedFirst(change, fresh) ? { status: 'Open' } : {}) };
    default:
      return {};
  }
}

/**
 * When alerts are recalculated, those that are New may lose their note, so an alert is opened before one is written.
 * https://github.com/CiscoSecurity/gta-03-api-use-cases
 */
export function isOpenedFirst(change: Change, fresh: FieldValues): boolean {
  if (change.name !== 'post' && change.name !== 'text') return false;
  const isWriting = change.name === 'post' || (change.to !== '' && change.to !== fresh['note']);
  return isWriting && change.isStatusKept !== true && fresh['status'] === 'New';
}
