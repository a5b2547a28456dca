import type { Change, FieldValues, Writer } from '#domain/command.ts';
import type { AdapterContext } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { checkBody } from '#http/check-body.ts';
import { afterFirstCall, judgeWrite } from '#http/judge-write.ts';
import type { GtaApi } from './api.ts';
import { toStatus } from './mapping.ts';
import { operations } from './operations.ts';
import type { WireAlert } from './wire.ts';
import { onlyOffered } from './write/not-offered.ts';
import { appendEntry, findEntry } from './write/note-entry.ts';
import { toOffers } from './write/offers.ts';
import { toWanted, wordsOf } from './write/to-wanted.ts';
import { createWriteApi, vendor } from './write/write-api.ts';

/** What is known of a change on its way, as long as this page lives. */
type Attempt = { firstSentAt: number; before: FieldValues };

/** An alert has a status and one note. https://github.com/CiscoSecurity/gta-03-api-use-cases */
export function createGtaWriter(context: AdapterContext, api: GtaApi): Writer {
  const { read, setStatus, setNote } = createWriteApi(context, api);
  const attempts = new Map<string, Attempt>();

  /** `since`: words that are looked for stand under this time or a later one; null: they were not sent yet. */
  function toFields(alert: WireAlert, change: Change, since: number | null): FieldValues {
    const status = toStatus(alert).raw;
    const note = alert.note ?? '';
    const words = wordsOf(change);
    if (words === null) return change.name === 'text' ? { status, note } : { status };
    const found = since === null ? null : findEntry(note, words.text, since);
    return { status, note, [words.field]: found ?? '' };
  }

  /** The whole note is what is written: it is read again where another call lies between. */
  async function append(id: string, text: string, signal: AbortSignal): Promise<void> {
    const { note } = await read(id, signal);
    await setNote(id, appendEntry(note ?? '', text, context.now()), signal);
  }

  /** Somebody's words came in between, or the service wiped what the change began with. */
  async function requireSameNote(id: string, note: string, signal: AbortSignal): Promise<void> {
    if (((await read(id, signal)).note ?? '') !== note) throw changedMeanwhile();
  }

  return {
    async offers(id, signal) {
      return toOffers(await read(id, signal));
    },

    async fresh(id, change, signal) {
      const offered = onlyOffered(change);
      return toFields(await read(id, signal), offered, attempts.get(keyOf(id, change))?.firstSentAt ?? null);
    },

    wanted: toWanted,

    async send(id, given, fresh, signal) {
      const change = onlyOffered(given);
      const key = keyOf(id, change);
      attempts.set(key, { before: fresh, firstSentAt: attempts.get(key)?.firstSentAt ?? context.now() });
      // Before the first call, so that nothing is half done for it.
      checkNote(change, fresh['note'] ?? '');
      const status = toWanted(change, fresh)['status'] ?? fresh['status'];
      const isMoved = status !== undefined && status !== fresh['status'];
      if (isMoved) await setStatus(id, status, signal);
      try {
        const words = wordsOf(change);
        if (words !== null && fresh[words.field] !== words.text) await append(id, words.text, signal);
        if (change.name !== 'text' || change.to === fresh['note']) return;
        if (isMoved) await requireSameNote(id, fresh['note'] ?? '', signal);
        await setNote(id, change.to, signal);
      } catch (error) {
        throw isMoved
          ? afterFirstCall(`The alert was set to ${status}, and the note was not taken.`, error)
          : error;
      }
    },

    async verify(id, change, sentAt, signal) {
      const key = keyOf(id, change);
      const attempt = attempts.get(key);
      const alert = await read(id, signal);
      const after = toFields(alert, onlyOffered(change), Math.min(sentAt, attempt?.firstSentAt ?? sentAt));
      const verdict = judgeWrite(toWanted(change, after), after, attempt?.before ?? null);
      if (verdict.kind === 'applied') attempts.delete(key);
      return verdict;
    },

    /** The status and a whole note are set; what is appended stands there as often as it is sent. */
    isRepeatable: change => wordsOf(change) === null,
    isFinal: () => false,
  };
}

function keyOf(id: string, change: Change): string {
  return JSON.stringify([id, change]);
}

function checkNote(change: Change, present: string): void {
  const words = wordsOf(change);
  if (words?.text.trim() === '') throw withoutWords();
  const note =
    words === null ? (change.name === 'text' ? change.to : '') : appendEntry(present, words.text, 0);
  if (note !== '') checkBody(operations.setNote.body, { note }, vendor);
}

function withoutWords(): VendorError {
  return new VendorError({
    code: 'invalid',
    reason: 'value-refused',
    message: 'There are no words to append to the note. Nothing was sent.',
    retryable: false,
    fields: { note: 'It is empty.' },
  });
}

function changedMeanwhile(): VendorError {
  return new VendorError({
    code: 'conflict',
    reason: 'changed-meanwhile',
    message:
      'The note was changed while the alert was set to Open. What stands there now was not overwritten.',
    retryable: true,
  });
}
