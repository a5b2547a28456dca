import { getEngine } from '#store/engine/engine-client.ts';
import { discardWrites, type Intent, write } from '#store/write/writes.ts';
import { showToast } from '#ui/feedback/toast.ts';

export const undoMs = 10_000;

/**
 * Hands them to the outbox, which keeps them and lets nothing leave for the time in which they can be undone. Throws
 * VendorError when they cannot be kept: nothing was sent then. `onUndone`: all of them were taken back.
 */
export async function sendBulk(intents: readonly Intent[], onUndone: () => void): Promise<void> {
  const ids = await write(intents, undoMs);
  void showToast({
    text: `${ids.length.toLocaleString('en')} queued. Nothing leaves for 10 s.`,
    durationMs: undoMs,
    action: { label: 'Undo', run: () => void undo(ids, onUndone) },
  });
}

async function undo(ids: readonly string[], onUndone: () => void): Promise<void> {
  await discardWrites(ids);
  const ledger = await getEngine().ledger();
  const taken = ledger.filter(({ id, result }) => result === 'discarded' && ids.includes(id)).length;
  void showToast({ text: sayUndone(taken, ids.length) });
  if (taken === ids.length) onUndone();
}

/** A toast may stand longer than the time it speaks of. */
export function sayUndone(taken: number, all: number): string {
  const many = (count: number) => count.toLocaleString('en');
  if (taken === all) return `${many(all)} taken back. Nothing was sent.`;
  return `${many(taken)} of ${many(all)} taken back. ${many(all - taken)} had left: the outbox says what became of them.`;
}
