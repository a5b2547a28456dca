import * as v from 'valibot';
import type { Change, FieldValues } from '#domain/command.ts';
import { VendorError } from '#domain/vendor-error.ts';
import type { IrisApi } from '../api.ts';
import { text } from '../wire.ts';
import { closedWord } from './case-fields.ts';
import { updateCase } from './case-update.ts';
import { notOffered } from './refusal.ts';
import { noComments, noSeverity } from './sentences.ts';

const wireSummary = v.object({ case_description: text });

/** Sends what is no post, in as few calls as IRIS has for it. */
export async function sendChange(
  api: IrisApi,
  id: string,
  change: Change,
  fresh: FieldValues,
  outcomes: ReadonlyMap<number, string>,
  signal: AbortSignal,
): Promise<void> {
  const setOutcome = async (name: string) => {
    const number = [...outcomes].find(([, known]) => known === name)?.[0];
    await api.write('setOutcome', id, { status_id: number }, signal);
  };
  switch (change.name) {
    case 'title':
    case 'assignee':
    case 'tags':
      return updateCase(api, id, change, signal);
    case 'status':
      return setOutcome(change.to);
    case 'text':
      return updateSummary(api, id, change.to, fresh['summary'] ?? '', signal);
    case 'close':
      // The outcome first: a case is then not seen closed without it.
      if (change.to !== closedWord && change.to !== fresh['outcome']) await setOutcome(change.to);
      // Closed again, IRIS would move its day to today.
      if (fresh['state'] !== closedWord) await api.write('closeCase', id, {}, signal, { id });
      return;
    case 'reopen':
      await api.write('reopenCase', id, {}, signal, { id });
      return;
    case 'severity':
      throw notOffered(noSeverity);
    case 'post':
      throw notOffered(noComments);
  }
}

/**
 * IRIS overwrites a summary unseen; `/case/summary/fetch` just before is the only check there is. The text itself is
 * compared, so its crc32 has nothing to add. Without the field IRIS answers an HTML 500.
 */
async function updateSummary(api: IrisApi, id: string, to: string, seen: string, signal: AbortSignal) {
  const now = v.safeParse(wireSummary, await api.read('getSummary', id, signal));
  if (!now.success || (now.output.case_description ?? '') !== seen) {
    throw new VendorError({
      code: 'conflict',
      reason: 'changed-meanwhile',
      message:
        'Somebody changed the summary at this moment. Theirs stands and nothing was sent; yours is kept here.',
      retryable: false,
    });
  }
  await api.write('updateSummary', id, { case_description: to }, signal);
}
