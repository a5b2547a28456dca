import type * as v from 'valibot';
import type { Change, FieldValues } from '#domain/command.ts';
import { VendorError } from '#domain/vendor-error.ts';
import type { Call } from '#http/request.ts';
import type { updateBody } from '../bodies.ts';
import type { operations } from '../operations.ts';
import { toWanted, wordsOf } from './fields.ts';
import { toHtml } from './html.ts';
import { notAsItWas } from './refusals.ts';
import { closed } from './status-words.ts';
import { sendTags } from './tag-change.ts';

type UpdateField = keyof v.InferInput<typeof updateBody>;
type ArgusCall = Call<typeof operations>;

/** Sends one change once. Null and what is absent keep a value in an update; the empty string clears it. */
export async function sendChange(
  call: ArgusCall,
  id: string,
  change: Change,
  fresh: FieldValues,
  signal: AbortSignal,
): Promise<void> {
  const params = { id };
  const update = (body: Partial<Record<UpdateField, string | number>>) =>
    call('update', { params, body, signal });
  switch (change.name) {
    case 'status':
      // An update of a closed case opens it again, which somebody must mean.
      if (fresh['status'] === closed) throw notAsItWas('The case is closed. To set a status, reopen it.');
      await update({ status: change.to });
      return;
    case 'reopen':
      if (fresh['status'] !== closed) throw notAsItWas('The case is not closed any more.');
      await update({ status: change.to });
      return;
    case 'severity':
      await update({ priority: change.to });
      return;
    case 'title':
      await update({ subject: change.to.trim() });
      return;
    case 'text':
      await update({ description: change.to });
      return;
    case 'assignee': {
      const { assignee: _, ...slots } = toWanted(change, fresh);
      await update(Object.fromEntries(Object.entries(slots).map(([slot, to]) => [slot, toNamed(to)])));
      return;
    }
    case 'tags':
      await sendTags(call, id, change, signal);
      return;
    case 'post':
      await call('addComment', {
        params,
        signal,
        body: {
          comment: toHtml(change.text),
          ...(change.isInternal ? { internal: true } : {}),
          ...(change.replyTo === null ? {} : { asReplyTo: change.replyTo }),
        },
      });
      return;
    case 'close':
      await sendClose(call, id, change, fresh, signal);
  }
}

/** A user is named by number or by short name; digits in quotes would be a name. */
function toNamed(id: string): string | number {
  return /^\d{1,15}$/.test(id) ? Number(id) : id;
}

async function sendClose(
  call: ArgusCall,
  id: string,
  change: Extract<Change, { name: 'close' }>,
  fresh: FieldValues,
  signal: AbortSignal,
): Promise<void> {
  const params = { id };
  const isSaid = wordsOf(change) === null || fresh['comment'] === change.reason;
  const body = isSaid ? {} : { comment: toHtml(change.reason) };
  // Whether closing what is closed keeps a comment is not published: it goes the other way then.
  if (fresh['status'] === closed) {
    if (!isSaid) await call('addComment', { params, body, signal });
    return;
  }
  try {
    await call('close', { params, body, signal });
  } catch (error) {
    throw error instanceof VendorError ? sayNeeded(error) : error;
  }
}

/** Some cases may be closed only once certain fields are set: 412, with each of them named. */
function sayNeeded(error: VendorError): VendorError {
  const said = Object.values(error.fields);
  if (error.status !== 412 || said.length === 0) return error;
  const { code, reason, retryable, status, fields, raw } = error;
  return new VendorError({
    code,
    reason,
    message: `Argus did not close the case. It says: ${said.join('. ')}.`,
    retryable,
    status,
    fields,
    raw,
  });
}
