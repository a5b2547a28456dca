import { useState } from 'react';
import type { CaseRef } from '#domain/case.ts';
import { type Draft, dropDraft, keepDraft, readDraft } from '#store/write/drafts.ts';
import { useWarnOnLeaving } from '#ui/focus/use-warn-on-leaving.ts';

export type DraftState = {
  draft: Draft | null;
  /** False: it is only on screen. */
  isKept: boolean;
  change: (text: string, base?: string) => void;
  /** Once it was sent, or is not wanted any more. */
  drop: () => void;
};

/** Words being typed, kept at every keystroke. Of another record or field it is another one: give it a key. */
export function useDraft(ref: CaseRef, field: string): DraftState {
  const [draft, setDraft] = useState(() => readDraft(ref, field));
  const [isKept, setKept] = useState(true);
  useWarnOnLeaving(!isKept && draft !== null);
  return {
    draft,
    isKept,
    change: (text, base) => {
      const now = Date.now();
      setKept(keepDraft(ref, field, text, now, base));
      setDraft(
        text === '' && base === undefined
          ? null
          : { text, keptAt: now, ...(base === undefined ? {} : { base }) },
      );
    },
    drop: () => {
      dropDraft(ref, field);
      setDraft(null);
      setKept(true);
    },
  };
}
