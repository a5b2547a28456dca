import { expect, test } from 'vitest';
import type { Command } from '#domain/command.ts';
import type { VendorErrorInit } from '#domain/vendor-error.ts';
import type { Stage } from '../outbox/outbox-entry.ts';
import { describeStage, type StageFacts } from './describe-stage.ts';

const command: Command = {
  id: 'c1',
  ref: { connectionId: 'iris-lab', id: '412' },
  title: '#412 AiTM session theft',
  change: { name: 'status', to: 'Open' },
  base: {},
  madeAt: Date.UTC(2026, 10, 22, 7, 30),
  batchId: null,
};
const nowMs = Date.UTC(2026, 10, 22, 8, 0);
const facts: StageFacts = { badge: 'Argus', isBehind: false, isGone: false, nowMs, zone: 'utc' };
const error: VendorErrorInit = { code: 'unavailable', reason: 'x', message: 'No answer', retryable: true };
const queued = { kind: 'queued', notBefore: 0, attempts: 0, because: null } as const;

test.each<[string, Stage, Partial<StageFacts>, string, string]>([
  ['in the time to undo', { ...queued, notBefore: nowMs + 7_400 }, {}, 'Queued', 'Leaves in 8 s.'],
  ['ready', queued, {}, 'Queued', 'It is kept on this machine and goes in its turn.'],
  ['behind another', queued, { isBehind: true }, 'Queued', 'Waits for the change before it on this record.'],
  [
    'of a connection that was deleted',
    queued,
    { isGone: true },
    'Queued',
    'Its connection is not set up here. It waits, and nothing of it is sent.',
  ],
  [
    'after an outage',
    { ...queued, because: error, notBefore: nowMs + 60_000 },
    {},
    'Queued',
    'No answer. It is kept on this machine. Next try 08:01:00.',
  ],
  [
    'on its way',
    { kind: 'sending', sentAt: nowMs - 1_000, attempts: 1 },
    {},
    'Sending',
    'Sent 07:59:59. It is called saved once it was read back.',
  ],
  [
    'without an answer',
    { kind: 'unknown', sentAt: nowMs - 1_000, attempts: 1, notBefore: nowMs + 3_000 },
    {},
    'Unknown: being looked up',
    'Sent 07:59:59, answer lost. Looking for it in Argus before sending again, next look in 3 s.',
  ],
  [
    'refused',
    { kind: 'failed', error: { ...error, code: 'forbidden', message: 'Not yours.' }, attempts: 1 },
    {},
    'Failed',
    'Not yours. Ask for the right, then retry; or discard it.',
  ],
  [
    'refused for its sign-in',
    { kind: 'failed', error: { ...error, code: 'unauthorized', message: 'Refused (401).' }, attempts: 1 },
    {},
    'Failed',
    'Refused (401). Renew the sign-in of Argus under Connections, then retry.',
  ],
  [
    'in conflict',
    { kind: 'conflict', theirs: { summary: 'x', status: 'y' } },
    {},
    'Conflict',
    'Summary, Status was changed in Argus after you saw it at 07:30. Nothing was sent. Both versions are kept; choose.',
  ],
])('one %s', (_, stage, part, word, sentence) => {
  const words = describeStage({ command, stage }, { ...facts, ...part });
  expect(words.word).toBe(word);
  expect(words.sentence).toBe(sentence);
});
