import type { Change, Offer } from '#domain/command.ts';
import { showToast } from '#ui/feedback/toast.ts';
import { type CaseWriting, toBase } from './case-writing.ts';
import { useSend } from './use-send.ts';

/** Hands one change of the record that is open to the outbox; a trouble with that is said in a toast, as no form stands open. */
export function useChange({ row }: CaseWriting, offer: Offer | null) {
  const { send, isSending } = useSend(trouble => void showToast({ text: trouble, durationMs: null }));
  return {
    isSending,
    change: (change: Change) => void send([{ row, change, base: toBase(row, change, offer) }], () => {}),
  };
}
