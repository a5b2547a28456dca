import { type CaseRef, formatRef } from '#domain/case.ts';

const prefix = 'casefold-draft ';

export type Draft = { text: string /** Epoch ms. */; keptAt: number };

/**
 * Words that are not sent yet, kept at every keystroke under (record, field). They outlive a reload, a crash, a lost
 * sign-in. Kept in step, not later: what is on screen is on disk.
 */
export function readDraft(ref: CaseRef, field: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(ref, field)) ?? 'null');
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** False: this machine cannot keep it (its storage is full, or forbidden). The text is only on screen then. */
export function keepDraft(ref: CaseRef, field: string, text: string, now: number): boolean {
  try {
    if (text === '') localStorage.removeItem(keyOf(ref, field));
    else localStorage.setItem(keyOf(ref, field), JSON.stringify({ text, keptAt: now } satisfies Draft));
    return true;
  } catch {
    return false;
  }
}

/** Records that have words not sent, newest first. */
export function listDrafts(): readonly { ref: string; field: string; draft: Draft }[] {
  return Object.keys(localStorage)
    .filter(key => key.startsWith(prefix))
    .flatMap(key => {
      const [field = '', ...ref] = key.slice(prefix.length).split(' ');
      const draft = parse(localStorage.getItem(key));
      return draft === null ? [] : [{ ref: ref.join(' '), field, draft }];
    })
    .sort((one, other) => other.draft.keptAt - one.draft.keptAt);
}

function keyOf(ref: CaseRef, field: string): string {
  return `${prefix}${field} ${formatRef(ref)}`;
}

function parse(text: string | null): Draft | null {
  try {
    const kept: unknown = JSON.parse(text ?? 'null');
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isDraft(value: unknown): value is Draft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    'keptAt' in value &&
    typeof value.keptAt === 'number'
  );
}
