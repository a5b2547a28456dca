import type { BulkAction } from './bulk-form.ts';

const prefix = 'casefold-bulk-draft ';

/** Words for many records, kept at every keystroke until they are handed to the outbox. */
export function readBulkDraft(action: BulkAction): string {
  try {
    return localStorage.getItem(`${prefix}${action}`) ?? '';
  } catch {
    return '';
  }
}

/** False: this machine cannot keep it. The text is only on screen then. */
export function keepBulkDraft(action: BulkAction, text: string): boolean {
  try {
    if (text === '') localStorage.removeItem(`${prefix}${action}`);
    else localStorage.setItem(`${prefix}${action}`, text);
    return true;
  } catch {
    return false;
  }
}
