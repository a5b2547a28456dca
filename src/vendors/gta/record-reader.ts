import { VendorError } from '#domain/vendor-error.ts';
import type { HeardCalls } from './heard-calls.ts';
import type { KnownAlert } from './mapping.ts';
import type { Reader } from './reader.ts';

/** Reads an alert with all that stands below it. */
export type RecordReader = {
  /** Read anew, always. */
  read(id: string, signal: AbortSignal): Promise<KnownAlert>;
  /** The sections of one page are asked for at once, and all begin here: they share what is just being read. */
  share(id: string, signal: AbortSignal): Promise<KnownAlert>;
};

export function createRecordReader({ api, parents }: Reader, calls: HeardCalls): RecordReader {
  const running = new Map<string, ReturnType<typeof start>>();

  async function readRecord(id: string, signal: AbortSignal): Promise<KnownAlert> {
    const [alert] = await Promise.all([api.alert(id, signal), parents.refresh(signal)]);
    await parents.recheck([id], signal);
    const [known] = await parents.name([alert], signal, 'anew');
    if (known === undefined) throw new TypeError('One alert was given and none came back.');
    return known;
  }

  function start(id: string, signal: AbortSignal) {
    const started = calls.hear(signal, () => readRecord(id, signal));
    const end = () => {
      if (running.get(id) === started) running.delete(id);
    };
    running.set(id, started);
    started.then(end, end);
    return started;
  }

  async function read(id: string, signal: AbortSignal): Promise<KnownAlert> {
    return (await start(id, signal)).value;
  }

  return {
    read,
    async share(id, signal) {
      const other = running.get(id);
      if (other === undefined) return read(id, signal);
      try {
        const { value, exchanges } = await other;
        for (const exchange of exchanges) calls.tell(signal, exchange);
        return value;
      } catch (error) {
        // Whoever asked first may have stopped waiting; what the vendor said is said to all.
        if (error instanceof VendorError) throw error;
        signal.throwIfAborted();
        return read(id, signal);
      }
    },
  };
}
