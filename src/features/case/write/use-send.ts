import { useRef, useState } from 'react';
import { type Intent, write } from '#store/write/writes.ts';

/** Hands changes to the outbox, each once: a second press while the first is being kept does nothing. */
export function useSend(onTrouble?: (sentence: string) => void) {
  const isBusy = useRef(false);
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  /** `onKept` runs once they are safe on disk, and not before. */
  async function send(intents: readonly Intent[], onKept: () => void): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    setSending(true);
    setTrouble(null);
    try {
      await write(intents, 0);
      onKept();
    } catch (error) {
      const why = error instanceof Error ? error.message.replace(/\.$/, '') : 'It could not be kept';
      const sentence = `${why}. Nothing was sent, and what you wrote is still here.`;
      setTrouble(sentence);
      onTrouble?.(sentence);
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  }

  return { send, isSending, trouble };
}
