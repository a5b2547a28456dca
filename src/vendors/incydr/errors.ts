import * as v from 'valibot';
import { VendorError, type VendorErrorCode } from '#domain/vendor-error.ts';

const bodySchema = v.object({
  problem: v.fallback(v.optional(v.nullable(v.string())), null),
  message: v.fallback(v.optional(v.nullable(v.string())), null),
  description: v.fallback(v.optional(v.nullable(v.string())), null),
});

type Known = { code: VendorErrorCode; message: string; field?: string; retryable?: true };

/** The vendor's words. Some come as `problem`, some within the framework's `message`. */
const problems: Readonly<Record<string, Known>> = {
  NAME_EMPTY: { code: 'invalid', message: 'A case needs a name.', field: 'name' },
  NAME_EXISTS: { code: 'conflict', message: 'Another case has this name already.', field: 'name' },
  NAME_TOO_LONG: { code: 'invalid', message: 'A name has at most 50 characters.', field: 'name' },
  DESCRIPTION_TOO_LONG: {
    code: 'invalid',
    message: 'A description has at most 250 characters.',
    field: 'description',
  },
  FINDINGS_TOO_LONG: {
    code: 'invalid',
    message: 'Findings have at most 30,000 characters in all.',
    field: 'findings',
  },
  NO_EDITS_ONCE_CLOSED: { code: 'conflict', message: 'The case is closed in Incydr, and closed is final.' },
  NO_EDITS_ONCE_ARCHIVED: {
    code: 'conflict',
    message: 'The case is archived in Incydr, and archived is final.',
  },
  CASE_IS_CLOSED: {
    code: 'conflict',
    message: 'The case is closed in Incydr: its file events stay as they are.',
  },
  CASE_ALREADY_HAS_EVENT: { code: 'conflict', message: 'The case has this file event already.' },
  INVALID_CHAR_IN_REQUEST: {
    code: 'invalid',
    message: 'The text holds a character that Incydr does not take.',
  },
  INVALID_PAGE_NUMBER: { code: 'invalid', message: 'Incydr has no such page.' },
  INVALID_PAGE_SIZE: { code: 'invalid', message: 'Incydr does not take this page size.' },
  INVALID_TIME_INTERVAL: { code: 'invalid', message: 'Incydr does not take this span of time.' },
  INVALID_USER: { code: 'invalid', message: 'Incydr does not take this user here.' },
  USER_VALIDATION_UNAVAILABLE: {
    code: 'unavailable',
    message: 'Incydr cannot look up users now.',
    retryable: true,
  },
  USER_VALIDATION_FORBIDDEN: { code: 'forbidden', message: 'This sign-in may not look up users in Incydr.' },
};

const byStatus: Readonly<Record<number, Known>> = {
  401: { code: 'unauthorized', message: 'Incydr refused the sign-in.' },
  403: { code: 'forbidden', message: 'This sign-in has no role that allows this in Incydr.' },
  404: { code: 'not-found', message: 'Incydr has no such case, or no longer.' },
  409: { code: 'conflict', message: 'The case was changed by somebody else at the same time.' },
  429: { code: 'rate-limited', message: 'Incydr asks to wait before the next call.', retryable: true },
};

export function readIncydrError(status: number, body: unknown): VendorError {
  const parsed = v.safeParse(bodySchema, body);
  const { problem = null, message = null, description = null } = parsed.success ? parsed.output : {};
  const word = findWord(problem, message);
  const isServerFailure = status >= 500;
  const known: Known = (word === null ? undefined : problems[word]) ??
    byStatus[status] ?? {
      code: isServerFailure ? 'unavailable' : 'invalid',
      message: `Incydr answered with status ${status}.`,
    };
  const field = word === 'INVALID_USER' ? readUserField(description) : known.field;
  return new VendorError({
    code: known.code,
    reason: word ?? problem?.slice(0, 80) ?? String(status),
    message: known.message,
    retryable: known.retryable === true || isServerFailure,
    status,
    ...(field === undefined ? {} : { fields: { [field]: known.message } }),
    raw: body,
  });
}

/** `problem` is the word alone; `message` has it somewhere. */
function findWord(problem: string | null, message: string | null): string | null {
  if (problem !== null && Object.hasOwn(problems, problem)) return problem;
  return Object.keys(problems).find(word => message?.includes(word)) ?? null;
}

/** 'subject validation failed' or 'assignee validation failed'. */
function readUserField(description: string | null): string | undefined {
  return ['subject', 'assignee'].find(field => description?.startsWith(field));
}

/** No case has this number. */
export function noSuchCase(status: number | null): VendorError {
  return new VendorError({
    code: 'not-found',
    reason: 'not-found',
    message: 'Incydr has no such case, or no longer.',
    retryable: false,
    status,
  });
}

/** An answer with status 200 that cannot be what was asked for. Nothing held is replaced by it. */
export function notUnderstood(what: string): VendorError {
  return new VendorError({
    code: 'unreadable',
    reason: 'unreadable',
    message: `Incydr answered, but not with ${what}.`,
    retryable: true,
    status: 200,
  });
}

/** The event left the case, or it has no file: the vendor says the same of both. */
export function noSuchEvent(status: number | null): VendorError {
  return new VendorError({
    code: 'not-found',
    reason: 'not-found',
    message: 'The case has no such file event any more, or Incydr holds no file of it.',
    retryable: false,
    status,
  });
}
