import type { Command, FieldValues, Verdict, Writer } from '#domain/command.ts';
import { VendorError, type VendorErrorInit } from '#domain/vendor-error.ts';
import type { OutboxEntry, Receipt, Stage } from './outbox-entry.ts';

export type AdvanceParts = {
  writer: Writer;
  /** Writes a stage to disk; what follows happens only once it is safe. False: it was taken away meanwhile. */
  keep: (stage: Stage) => Promise<boolean>;
  now: () => number;
  /** Between two looks for what a vendor shows late. Rejects when aborted. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  random: () => number;
  signal: AbortSignal;
};

const mostAttempts = 3;
const looks = 3;
/** A vendor that shows changes ten seconds late must not be sent the same words again. */
const looksWhenUnknown = 5;
const lookAgainMs = 3_000;
const firstWaitMs = 2_000;
const longestWaitMs = 60_000;

/** Takes one entry as far as it goes now: to the end, to a wait, or to where a person must decide. null: it was taken away. */
export async function advanceEntry(entry: OutboxEntry, parts: AdvanceParts): Promise<Stage | null> {
  const { command, stage } = entry;
  try {
    if (stage.kind === 'queued') return await sendQueued(command, stage.attempts, parts);
    // It was on its way when this browser stopped, or its answer was lost.
    if (stage.kind === 'sending' || stage.kind === 'unknown') return await lookUp(command, stage, parts);
    return stage;
  } catch (error) {
    parts.signal.throwIfAborted();
    if (!(error instanceof VendorError)) throw error;
    return afterRead(error, stage, parts);
  }
}

async function sendQueued(command: Command, attempts: number, parts: AdvanceParts): Promise<Stage | null> {
  const { writer, keep, now, signal } = parts;
  const { ref, change, base } = command;
  const fresh = await writer.fresh(ref.id, change, signal);
  const wanted = writer.wanted(change, fresh);
  const touched = Object.keys(wanted);
  if (touched.length > 0 && touched.every(field => fresh[field] === wanted[field]))
    return saved(fresh, fresh, [], true, now());
  const changed = Object.keys(base).filter(
    field => fresh[field] !== base[field] && fresh[field] !== wanted[field],
  );
  if (changed.length > 0) return { kind: 'conflict', theirs: pick(fresh, changed) };

  const sentAt = now();
  const sending = { kind: 'sending', sentAt, attempts: attempts + 1 } as const;
  if (!(await keep(sending))) return null;
  try {
    await writer.send(ref.id, change, fresh, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof VendorError)) throw error;
    return afterSend(error, command, sending, parts);
  }
  return readBack(command, sending, fresh, parts);
}

/** It was taken: read until it is seen. A vendor that shows changes late is not a vendor that lost them. */
async function readBack(
  command: Command,
  sending: Stage & { kind: 'sending' },
  before: FieldValues,
  parts: AdvanceParts,
): Promise<Stage> {
  let verdict: Verdict | null = null;
  for (let look = 1; look <= looks; look += 1) {
    if (look > 1) await parts.sleep(lookAgainMs, parts.signal);
    verdict = await parts.writer
      .verify(command.ref.id, command.change, sending.sentAt, parts.signal)
      .catch(error => {
        parts.signal.throwIfAborted();
        if (error instanceof VendorError) return null;
        throw error;
      });
    if (verdict?.kind === 'applied') return saved(before, verdict.after, [], false, parts.now());
  }
  if (verdict === null) return unknown(sending, parts);
  if (verdict.kind === 'differs') return saved(before, verdict.after, verdict.fields, false, parts.now());
  return failed(notKept, sending.attempts);
}

/** Looked up by what it would have left, before it is ever sent again. */
async function lookUp(
  command: Command,
  stage: Stage & { kind: 'sending' | 'unknown' },
  parts: AdvanceParts,
): Promise<Stage> {
  const { writer, signal, now } = parts;
  for (let look = 1; look <= looksWhenUnknown; look += 1) {
    if (look > 1) await parts.sleep(lookAgainMs, signal);
    const verdict = await writer.verify(command.ref.id, command.change, stage.sentAt, signal);
    if (verdict.kind === 'applied') return saved(command.base, verdict.after, [], false, now());
    // Words that the vendor keeps altered are there: sent again, they would be there twice.
    if (verdict.kind === 'differs' && command.change.name === 'post')
      return saved(command.base, verdict.after, verdict.fields, false, now());
  }
  if (writer.isFinal(command.change)) return failed(askAgain, stage.attempts);
  if (stage.attempts >= mostAttempts) return failed(neverArrived, stage.attempts);
  return { kind: 'queued', notBefore: now(), attempts: stage.attempts, because: null };
}

function afterSend(
  error: VendorError,
  command: Command,
  sending: Stage & { kind: 'sending' },
  parts: AdvanceParts,
): Stage {
  if (isRefusal(error)) return failed(toInit(error), sending.attempts);
  if (wasNotTaken(error)) return again(error, sending.attempts, parts);
  const { writer } = parts;
  if (
    writer.isRepeatable(command.change) &&
    !writer.isFinal(command.change) &&
    sending.attempts < mostAttempts
  )
    return again(error, sending.attempts, parts);
  return unknown(sending, parts);
}

/** A read before or after a write failed: nothing was sent by it. */
function afterRead(error: VendorError, stage: Stage, parts: AdvanceParts): Stage {
  const attempts = 'attempts' in stage ? stage.attempts : 0;
  if (stage.kind === 'sending' || stage.kind === 'unknown') {
    if (isRefusal(error) && error.code !== 'unauthorized') return failed(toInit(error), attempts);
    return unknown(stage, parts, error.retryAfterMs);
  }
  if (isRefusal(error) && error.code !== 'unauthorized') return failed(toInit(error), attempts);
  return again(error, attempts, parts);
}

/** The vendor said no: asking again changes nothing. */
function isRefusal(error: VendorError): boolean {
  return !error.retryable && error.code !== 'timeout' && error.code !== 'unavailable';
}

/** The vendor, or who stands before it, took nothing of it. */
const before = new Set([
  'name-not-found',
  'connection-refused',
  'connect-timeout',
  'rate-limited',
  'busy',
  'secret-missing',
  'totp-required',
  'sign-in-failed',
  // The adapter read first, and that failed or showed a change: the write itself did not leave.
  'not-sent',
]);
function wasNotTaken(error: VendorError): boolean {
  return before.has(error.reason) || error.code === 'rate-limited';
}

function again(error: VendorError, attempts: number, { now, random }: AdvanceParts): Stage {
  const waitMs =
    error.retryAfterMs ??
    Math.round(random() * Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(attempts, 5)));
  return { kind: 'queued', notBefore: now() + waitMs, attempts, because: toInit(error) };
}

function unknown(
  { sentAt, attempts }: { sentAt: number; attempts: number },
  { now, random }: AdvanceParts,
  retryAfterMs: number | null = null,
): Stage {
  return {
    kind: 'unknown',
    sentAt,
    attempts,
    notBefore: now() + (retryAfterMs ?? Math.round(firstWaitMs * (1 + random()))),
  };
}

function saved(
  beforeValues: FieldValues,
  after: FieldValues,
  notKeptFields: readonly string[],
  wasThere: boolean,
  readBackAt: number,
): Stage {
  const receipt: Receipt = { before: beforeValues, after, readBackAt, wasThere, notKept: notKeptFields };
  return { kind: 'saved', receipt };
}

function failed(error: VendorErrorInit, attempts: number): Stage {
  return { kind: 'failed', error, attempts };
}

const notKept: VendorErrorInit = {
  code: 'conflict',
  reason: 'not-kept',
  message: 'The vendor took it and does not show it. Nothing of it was read back.',
  retryable: false,
};

const neverArrived: VendorErrorInit = {
  code: 'unavailable',
  reason: 'never-arrived',
  message: 'It was sent 3 times, and each time the answer was lost and nothing of it was found.',
  retryable: false,
};

const askAgain: VendorErrorInit = {
  code: 'unavailable',
  reason: 'ask-again',
  message:
    'It was sent, the answer was lost, and nothing of it was found. It cannot be undone, so it is not sent again unasked.',
  retryable: false,
};

function pick(values: FieldValues, fields: readonly string[]): FieldValues {
  return Object.fromEntries(fields.map(field => [field, values[field] ?? '']));
}

function toInit(error: VendorError): VendorErrorInit {
  const { code, reason, message, retryable, retryAfterMs, status, facts, fields } = error;
  return { code, reason, message, retryable, retryAfterMs, status, facts, fields };
}
