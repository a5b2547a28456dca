import type * as v from 'valibot';
import type { Change } from '#domain/command.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { checkBody } from '#http/check-body.ts';
import { operations } from '../operations.ts';
import { toResolution } from './change-words.ts';

const vendor = 'Stellar Cyber';

type CaseBody = v.InferInput<typeof operations.updateCase.body>;

/** What PUT /cases/{id} is given: only what changes. null: nothing of this change goes there. */
export function toBody(change: Change): CaseBody | null {
  const body = encode(change);
  // Values are case-sensitive at the vendor: a wrong one is told here, by its field.
  return body === null ? null : checkBody(operations.updateCase.body, body, vendor);
}

export function toCommentBody(text: string): { comment: string } {
  return checkBody(operations.addComment.body, { comment: text }, vendor);
}

function encode(change: Change): object | null {
  switch (change.name) {
    case 'status':
    case 'reopen':
      return { status: change.to };
    case 'severity':
      return { severity: change.to };
    case 'assignee':
      // Nobody is an empty text, not null.
      return { assignee: change.to ?? '' };
    case 'title':
      return { name: change.to };
    case 'tags':
      // A change, although reads give a list: nothing of a colleague's is lost by it.
      return { tags: { add: change.add, delete: change.remove } };
    case 'text':
      if (change.field !== 'description') throw notKept(`no ${change.field}`);
      return { description: change.to };
    case 'close': {
      const resolution = toResolution(change.reason);
      return {
        status: change.to,
        ...(resolution === null ? {} : { resolution }),
        ...(change.withAlerts ? { update_alerts: true } : {}),
      };
    }
    case 'post':
      if (change.section !== 'comments') throw notKept(`no ${change.section}`);
      if (change.isInternal) throw notKept('no internal comments: everybody who sees the case reads them');
      return null;
  }
}

function notKept(what: string): VendorError {
  return new VendorError({
    code: 'unsupported',
    reason: 'not-offered',
    message: `Stellar Cyber has ${what}. Nothing was sent.`,
    retryable: false,
  });
}
