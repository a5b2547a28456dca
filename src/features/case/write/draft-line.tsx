import { Check, TriangleAlert } from 'lucide-react';
import { CopyWords } from '#ui/text/copy-words.tsx';
import { RelativeTime } from '#ui/time/relative-time.tsx';
import type { DraftState } from './use-draft.ts';
import classes from './write.module.css';

/** Where the words that are being typed are: on this machine, or on screen alone. */
export function DraftLine({ draft, isKept }: Pick<DraftState, 'draft' | 'isKept'>) {
  if (draft === null) return null;
  if (isKept)
    return (
      <span className={classes['kept']}>
        <Check size={12} aria-hidden /> Draft kept on this machine, <RelativeTime at={draft.keptAt} />
      </span>
    );
  return (
    <span className={classes['notKept']} role="alert">
      <TriangleAlert size={12} aria-hidden /> This machine cannot keep the draft. It is on this page only.
      <CopyWords text={draft.text} />
    </span>
  );
}
