import type { VendorErrorInit } from '#domain/vendor-error.ts';
import type { OutboxEntry } from '../outbox/outbox-entry.ts';
import { sayClock, sayDuration, sayInstant, type Zone } from '../say-when.ts';
import { fieldName, textOf } from './describe-change.ts';

export type StageWords = {
  word: string;
  tone: 'waits' | 'busy' | 'needs-you';
  /** What is so, and what happens next or what to do. */
  sentence: string;
};

export type StageFacts = {
  /** What the vendor is called. */
  badge: string;
  /** Another change of this record stands before it. */
  isBehind: boolean;
  /** The connection is not set up here any more. */
  isGone: boolean;
  nowMs: number;
  zone: Zone;
};

export function describeStage({ command, stage }: OutboxEntry, facts: StageFacts): StageWords {
  const { badge, zone, nowMs } = facts;
  if (stage.kind === 'queued') return { word: 'Queued', tone: 'waits', sentence: sayQueued(stage, facts) };
  if (stage.kind === 'sending')
    return {
      word: 'Sending',
      tone: 'busy',
      sentence: `Sent ${sayClock(stage.sentAt, zone)}. It is called saved once it was read back.`,
    };
  if (stage.kind === 'unknown')
    return {
      word: 'Unknown: being looked up',
      tone: 'busy',
      sentence: `Sent ${sayClock(stage.sentAt, zone)}, answer lost. Looking for it in ${badge} before sending again${
        stage.notBefore > nowMs ? `, next look in ${sayDuration(stage.notBefore - nowMs)}` : ''
      }.`,
    };
  if (stage.kind === 'failed')
    return {
      word: 'Failed',
      tone: 'needs-you',
      sentence: `${asSentence(stage.error.message)} ${whatToDo(stage.error, badge, textOf(command.change) !== '')}`,
    };
  if (stage.kind === 'conflict') {
    const fields = Object.keys(stage.theirs).map(fieldName).join(', ');
    return {
      word: 'Conflict',
      tone: 'needs-you',
      sentence: `${fields || 'The record'} was changed in ${badge} after you saw it at ${sayInstant(
        command.madeAt,
        nowMs,
        zone,
      )}. Nothing was sent. Both versions are kept; choose.`,
    };
  }
  return { word: 'Saved', tone: 'busy', sentence: `Read back ${sayClock(stage.receipt.readBackAt, zone)}.` };
}

function sayQueued(
  stage: Extract<OutboxEntry['stage'], { kind: 'queued' }>,
  { isBehind, isGone, nowMs, zone }: StageFacts,
): string {
  if (isGone) return 'Its connection is not set up here. It waits, and nothing of it is sent.';
  if (isBehind) return 'Waits for the change before it on this record.';
  const { notBefore, because } = stage;
  if (because === null)
    return notBefore > nowMs
      ? `Leaves in ${sayDuration(notBefore - nowMs + 999)}.`
      : 'It is kept on this machine and goes in its turn.';
  const next = notBefore > nowMs ? `Next try ${sayClock(notBefore, zone)}.` : 'It is tried again now.';
  return `${asSentence(because.message)} It is kept on this machine. ${next}`;
}

function asSentence(message: string): string {
  return /[.?]$/.test(message) ? message : `${message}.`;
}

/** By the error's code: its text is the vendor's. */
function whatToDo({ code, reason }: VendorErrorInit, badge: string, hasText: boolean): string {
  if (reason === 'ask-again' || reason === 'never-arrived' || reason === 'not-kept')
    return 'Look at the record. Retry sends it once more, Discard ends it.';
  if (code === 'unauthorized') return `Renew the sign-in of ${badge} under Connections, then retry.`;
  if (code === 'forbidden') return 'Ask for the right, then retry; or discard it.';
  if (code === 'not-found')
    return `The record is not there. ${hasText ? 'Copy the text if it is needed, then discard it.' : 'Discard it.'}`;
  if (code === 'invalid' || code === 'unsupported')
    return `Retrying changes nothing as long as the record stays as it is. ${
      hasText ? 'Copy the text, discard it, and write it anew.' : 'Discard it, and choose another.'
    }`;
  return 'Retry sends it again, Discard ends it.';
}
