import type { Change, FieldValues, Writer } from '#domain/command.ts';
import { advanceEntry } from '#store/outbox/advance-entry.ts';
import type { Stage } from '#store/outbox/outbox-entry.ts';

type Parts = {
  writer: Writer;
  now: () => number;
  advance: (ms: number) => void;
  /** Runs before each step of the entry, with the stage it is in. */
  beforeStep?: (stage: Stage) => void;
};

/** Takes a change to its end through the outbox's own write path, on a clock that jumps over every waiting. */
export async function sendThroughOutbox(
  { writer, now, advance, beforeStep = () => undefined }: Parts,
  id: string,
  change: Change,
  base: FieldValues,
): Promise<Stage> {
  let stage: Stage = { kind: 'queued', notBefore: now(), attempts: 0, because: null };
  const command = {
    id: 'c1',
    ref: { connectionId: 'lab', id },
    title: id,
    change,
    base,
    madeAt: now(),
    batchId: null,
  };
  for (let step = 0; step < 20; step += 1) {
    if (stage.kind === 'saved' || stage.kind === 'failed' || stage.kind === 'conflict') return stage;
    if ('notBefore' in stage) advance(Math.max(0, stage.notBefore - now()));
    beforeStep(stage);
    const next = await advanceEntry(
      { command, stage },
      {
        writer,
        keep: async kept => {
          stage = kept;
          return true;
        },
        now,
        sleep: async ms => advance(ms),
        random: () => 0.5,
        signal: new AbortController().signal,
      },
    );
    if (next === null) throw new Error('It was taken away');
    stage = next;
  }
  throw new Error(`It goes on without end: ${stage.kind}`);
}
