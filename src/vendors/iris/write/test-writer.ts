import type { Change, Verdict, Writer } from '#domain/command.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { createTestWorld } from '../test-world.ts';

const { signal } = new AbortController();

/** A world with somebody who changes the story's case with everything in it. */
export function createWriterWorld(options: Parameters<typeof createTestWorld>[0] = {}, id = '412') {
  const world = createTestWorld(options);
  const writer = writerOf(world.adapter.writer);

  /** As the outbox does it: read, send, read back. What it read and what it found; or the refusal. */
  async function make(change: Change) {
    const fresh = await writer.fresh(id, change, signal);
    const sentAt = world.now();
    await writer.send(id, change, fresh, signal);
    return { fresh, verdict: await writer.verify(id, change, sentAt, signal), sentAt };
  }

  /** As `make`, but the answer to the write is lost; `verify` then looks it up. */
  async function makeAndLose(change: Change, path: string, when: 'before' | 'after') {
    const fresh = await writer.fresh(id, change, signal);
    const sentAt = world.now();
    world.lose(path, when);
    const error = await caught(writer.send(id, change, fresh, signal));
    const look = (by: Writer = writer): Promise<Verdict> => by.verify(id, change, sentAt, signal);
    return { error, look, fresh, sentAt };
  }

  /** What a colleague reads at the vendor. */
  async function read(path: string) {
    const answer = await world.askServer(path);
    return (await answer.json()).data;
  }

  return {
    ...world,
    writer,
    make,
    makeAndLose,
    read,
    readCase: () => read(`/manage/cases/${id}?cid=${id}`),
    /** The POSTs that reached the server, by path. */
    posts: () => world.sent.filter(({ method }) => method === 'POST').map(({ path }) => path),
    offers: () => writer.offers(id, signal),
    fresh: (change: Change) => writer.fresh(id, change, signal),
  };
}

export function writerOf(writer: Writer | undefined): Writer {
  if (writer === undefined) throw new Error('cases cannot be changed');
  return writer;
}

export async function caught(work: Promise<unknown>): Promise<VendorError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof VendorError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
