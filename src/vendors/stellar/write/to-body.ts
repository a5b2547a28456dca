import * as v from 'valibot';
import type { Change } from '#domain/command.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { operations } from '../operations.ts';
import { toResolution } from './change-words.ts';

type CaseBody = v.InferInput<typeof operations.updateCase.body>;

/** What PUT /cases/{id} is given: only what changes. null: nothing of this change goes there. */
export function toBody(change: Change): CaseBody | null {
  const body = encode(change);
  return body === null ? null : checked(operations.updateCase.body, body);
}

export function toCommentBody(text: string): { comment: string } {
  return checked(operations.addComment.body, { comment: text });
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

/** Values are case-sensitive at the vendor, and a wrong one is said here by its field. */
function checked<Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const field = v.getDotPath(issue) ?? 'value';
  throw new VendorError({
    code: 'invalid',
    reason: 'value-refused',
    message: `Stellar Cyber does not take this ${field}. Nothing was sent.`,
    retryable: false,
    fields: { [field]: issue.message },
  });
}

function notKept(what: string): VendorError {
  return new VendorError({
    code: 'unsupported',
    reason: 'not-offered',
    message: `Stellar Cyber has ${what}. Nothing was sent.`,
    retryable: false,
  });
}
