import type { Change, Command, FieldValues } from '#domain/command.ts';
import { createBell } from '../bell.ts';
import { toDiscardedLine } from '../ledger-line.ts';
import { runOutbox } from '../run-outbox.ts';
import { createPaperDisk } from './paper-disk.ts';
import { createPaperVendor } from './paper-vendor.ts';

/** One browser profile, a vendor and a disk, on a clock that goes on only when everybody waits. */
export function createPaperWorld() {
  let time = 1_000_000;
  const now = () => time;
  const sleepers = new Set<{ at: number; wake: () => void }>();
  const sleep = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const sleeper = {
        at: time + ms,
        wake: () => {
          sleepers.delete(sleeper);
          resolve();
        },
      };
      sleepers.add(sleeper);
      signal.addEventListener('abort', () => {
        sleepers.delete(sleeper);
        reject(signal.reason);
      });
    });
  const paper = createPaperDisk();
  const vendor = createPaperVendor(now);
  let life = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let bell = createBell(sleep);
  let made = 0;

  function start(): void {
    life = new AbortController();
    bell = createBell(sleep);
    const { signal } = life;
    running = runOutbox({
      disk: paper.disk,
      writerOf: () => vendor.writer,
      whoOf: () => 'me',
      bell,
      now,
      sleep,
      random: () => 0.5,
      signal,
      changed: () => {},
      broke: error => {
        throw error;
      },
      written: () => {},
    }).catch(error => {
      if (!signal.aborted) throw error;
    });
  }

  async function kill(): Promise<void> {
    life.abort(new Error('killed'));
    await running;
  }

  vendor.onKill(() => life.abort(new Error('killed')));

  return {
    ...paper,
    vendor,
    now,
    start,
    kill,
    isAlive: () => !life.signal.aborted,
    give: async (id: string, change: Change, base: FieldValues = {}, delayMs = 0) => {
      made += 1;
      const command: Command = {
        id: `c${made}`,
        ref: { connectionId: 'lab', id },
        title: id,
        change,
        base,
        madeAt: time,
        batchId: null,
      };
      await paper.disk.add([command], time + delayMs);
      bell.ring();
      return command;
    },
    discard: (id: string) => paper.disk.discard([id], command => toDiscardedLine(command, 'me', time)),
    /** Lets things happen for so long; the clock jumps from one waiting to the next. */
    pass: async (ms: number) => {
      const until = time + ms;
      for (;;) {
        for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
        await new Promise(setImmediate);
        const next = [...sleepers].sort((one, other) => one.at - other.at)[0];
        if (next === undefined || next.at > until) break;
        time = Math.max(time, next.at);
        next.wake();
      }
      time = until;
    },
  };
}
