import type { Change, FieldValues, Writer } from '#domain/command.ts';
import { VendorError } from '#domain/vendor-error.ts';
import type { IrisApi } from './api.ts';
import { formatDay } from './dates.ts';
import { inCase } from './in-case.ts';
import { toRow } from './mapping.ts';
import { createSource } from './sections/source.ts';
import { judgeVersion } from './version.ts';
import { assigneeChoices, listAccounts, mayOnlyRead } from './write/accounts.ts';
import { caseFields, judgeFields, pickFields, wantedFields } from './write/case-fields.ts';
import { checkChange } from './write/check-change.ts';
import { chooseGroup, listNoteGroups, noteBox } from './write/notes.ts';
import { listOffers } from './write/offers.ts';
import { createPoster } from './write/post-box.ts';
import { sendChange } from './write/send-change.ts';
import { noRight, readOnly, withheld } from './write/sentences.ts';
import { logBox } from './write/task-log.ts';

/** How cases of IRIS are changed. `cid` stands in the query of every call, by `api`. */
export function createIrisWriter(api: IrisApi, now: () => number): Writer {
  // The zone of the server plays no part: what is read here, IRIS keeps in UTC.
  const source = createSource(api, null);
  const posters = {
    notes: createPoster(noteBox(api, source), { authorOf, now }),
    log: createPoster(logBox(api, source), { authorOf, now }),
  };

  async function accountOf(caseId: string, signal: AbortSignal) {
    const [accounts, callerId] = [await listAccounts(source, caseId, signal), await api.callerId(signal)];
    return { accounts, caller: accounts.find(account => account.user_id === callerId) };
  }

  async function authorOf(caseId: string, signal: AbortSignal) {
    const { caller } = await accountOf(caseId, signal);
    if (caller === undefined) throw authorUnknown();
    return { login: caller.user_login, name: caller.user_name };
  }

  async function readFields(id: string, signal: AbortSignal): Promise<FieldValues> {
    const wire = await inCase(id, () => api.getCase(id, signal));
    return caseFields(wire, await api.outcomeNames(signal));
  }

  return {
    withheld,
    async offers(id, signal) {
      const wire = await inCase(id, () => api.getCase(id, signal));
      const names = await api.outcomeNames(signal);
      const { accounts, caller } = await accountOf(id, signal);
      const notes = await unlessUnsupported(() => listNoteGroups(source, id, signal));
      const version = await unlessUnsupported(async () => judgeVersion(await api.versions(signal)));
      const { closedAt } = toRow('', wire);
      return listOffers({
        fields: caseFields(wire, names),
        closedOn: closedAt === null ? null : formatDay(closedAt),
        locked: version instanceof VendorError ? version.message : mayOnlyRead(caller) ? readOnly : null,
        group: notes instanceof VendorError ? null : (chooseGroup(notes)?.title ?? null),
        notesMissing: notes instanceof VendorError ? notes.message : null,
        people: assigneeChoices(accounts),
        outcomes: [...names.values()],
      });
    },

    async fresh(id, change, signal) {
      checkChange(change, await api.outcomeNames(signal));
      return pickFields(await readFields(id, signal), change);
    },

    wanted: wantedFields,

    async send(id, change, fresh, signal) {
      const outcomes = await api.outcomeNames(signal);
      checkChange(change, outcomes);
      await mayWrite(async () => {
        const poster = posterOf(change);
        if (poster === null) await sendChange(api, id, change, fresh, outcomes, signal);
        else await poster.send(id, poster.words, signal);
      });
    },

    async verify(id, change, sentAt, signal) {
      const poster = posterOf(change);
      if (poster !== null) return poster.verify(id, poster.words, sentAt, signal);
      return judgeFields(change, await readFields(id, signal));
    },

    isRepeatable: change => change.name !== 'post',
    isFinal: change => change.name === 'post' && change.section === 'log',
  };

  function posterOf(change: Change) {
    if (change.name !== 'post' || change.section === 'comments') return null;
    return { ...posters[change.section], words: change.text };
  }
}

/** A call that this IRIS does not have, as its error. */
async function unlessUnsupported<Value>(read: () => Promise<Value>): Promise<Value | VendorError> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof VendorError && error.code === 'unsupported') return error;
    throw error;
  }
}

/** A case that may be read and not changed answers the 403 of one that is not there. */
async function mayWrite(send: () => Promise<void>): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof VendorError) || error.reason !== 'case-access') throw error;
    throw new VendorError({
      code: 'forbidden',
      reason: 'read-only',
      message: noRight,
      retryable: false,
      status: 403,
    });
  }
}

/** Words that cannot be found again could be sent twice, so they are not sent at all. */
function authorUnknown(): VendorError {
  return new VendorError({
    code: 'unsupported',
    reason: 'author-unknown',
    message: 'IRIS does not say whose API key this is, so words written with it could not be found again.',
    retryable: false,
  });
}
