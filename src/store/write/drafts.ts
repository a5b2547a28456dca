import { type CaseRef, formatRef } from '#domain/case.ts';

const prefix = 'casefold-draft ';

export type Draft = {
  text: string;
  /** Epoch ms. */
  keptAt: number;
  /** What the text was when somebody began to change it; absent: they began with nothing. */
  base?: string;
};

/**
 * Words that are not sent yet, kept at every keystroke under (record, field). They outlive a reload, a crash, a lost
 * sign-in. Kept in step, not later: what is on screen is on disk.
 */
export function readDraft(ref: CaseRef, field: string): Draft | null {
  const key = keyOf(ref, field);
  try {
    return unkept.get(key) ?? parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

/** What this machine could not keep: it lives as long as the page. */
const unkept = new Map<string, Draft>();

/** False: this machine cannot keep it (its storage is full, or forbidden). The text is only on screen then. */
export function keepDraft(ref: CaseRef, field: string, text: string, now: number, base?: string): boolean {
  const key = keyOf(ref, field);
  const draft: Draft = { text, keptAt: now, ...(base === undefined ? {} : { base }) };
  try {
    // A text that was there and is emptied is words taken away, not none.
    if (text === '' && base === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(draft));
    unkept.delete(key);
    return true;
  } catch {
    if (text === '' && base === undefined) unkept.delete(key);
    else unkept.set(key, draft);
    return false;
  }
}

/** What was sent, or is not wanted any more. */
export function dropDraft(ref: CaseRef, field: string): void {
  keepDraft(ref, field, '', 0);
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
    typeof value.keptAt === 'number' &&
    (!('base' in value) || typeof value.base === 'string')
  );
}
