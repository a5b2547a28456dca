import type { Choice } from '#domain/command.ts';
import { type Severity, type Status, severityLabels, statusLabels } from '#domain/words.ts';

/** Words of vendors that are not ours, as they are read with their small letters alone. */
const otherStatuses: Readonly<Record<string, Status>> = {
  opened: 'open',
  reopened: 'open',
  pendingsoc: 'open',
  workingsoc: 'in-progress',
  workingcustomer: 'in-progress',
  waitingsoc: 'in-progress',
  waitingcustomer: 'in-progress',
  investigating: 'in-progress',
  escalated: 'in-progress',
  pendingcustomer: 'pending',
  pendingvendor: 'pending',
  pendingclose: 'pending',
  remediated: 'resolved',
  canceled: 'cancelled',
};

const otherSeverities: Readonly<Record<string, Severity>> = {
  informational: 'info',
  information: 'info',
  moderate: 'medium',
  severe: 'critical',
};

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The same word, however it is written. */
export function isSaid(text: string, word: string): boolean {
  return letters(text) === letters(word);
}

function find<Word extends string>(
  labels: Readonly<Record<Word, string>>,
  others: Readonly<Record<string, Word>>,
  texts: readonly string[],
): Word | null {
  for (const text of texts.map(letters)) {
    const known = (Object.keys(labels) as Word[]).find(word => letters(word) === text);
    if (known !== undefined) return known;
    const other = Object.hasOwn(others, text) ? others[text] : undefined;
    if (other !== undefined) return other;
  }
  return null;
}

/** What a vendor's status is in our words; null: we have no word for it. */
export function statusOf({ status, label, value }: Choice): Status | null {
  const found = status ?? find(statusLabels, otherStatuses, [label, value]);
  return found === 'other' ? null : found;
}

/** What a vendor's severity is in our words; null: we have no word for it. */
export function severityOf({ severity, label, value }: Choice): Severity | null {
  const found = severity ?? find(severityLabels, otherSeverities, [label, value]);
  return found === 'unknown' ? null : found;
}
