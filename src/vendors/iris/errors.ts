import * as v from 'valibot';
import { VendorError, type VendorErrorInit } from '#domain/vendor-error.ts';
import { wireEnvelope } from './wire.ts';

type Finding = Pick<VendorErrorInit, 'code' | 'reason' | 'message'> & Partial<VendorErrorInit>;

const caseAccess = v.object({ case_id: v.number(), user_id: v.number() });
const byField = v.record(v.string(), v.array(v.string()));

/** Text of the database, with its parameters in it: never shown, never kept. */
const databaseWords = /psycopg2|sqlalchemy|\[SQL/i;

/**
 * IRIS answers 400 to everything that is not there, with an empty `data` and a sentence as the only sign.
 * 'Invalid asset ID for this case', 'Not a valid IOC for this case', 'Group ID 9999 not found', 'Invalid note ID'.
 */
const nothingThere = /^(invalid|not a valid) [\w ]*\b(id|ioc)\b|\bnot found$/i;

/** The JSON errors of IRIS v2.0. Its HTML ones (400, 404, 405, 500) are told by the gateway. */
export function readIrisError(status: number, body: unknown): VendorError {
  const parsed = v.safeParse(wireEnvelope, body);
  const message = parsed.success ? parsed.output.message : '';
  const data = parsed.success ? parsed.output.data : undefined;
  const found = find(status, message, data);
  return new VendorError({ retryable: status >= 500, status, raw: shorten(status, message, data), ...found });
}

function find(status: number, message: string, data: unknown): Finding {
  if (status === 401) {
    return { code: 'unauthorized', reason: 'credential-refused', message: 'IRIS refused the API key.' };
  }
  if (status === 403) return findForbidden(data);
  if (status === 404) {
    return {
      code: 'unsupported',
      reason: 'api-not-found',
      message: 'This server has no such call: not IRIS v2.0.',
    };
  }
  if (status === 410) {
    return {
      code: 'unsupported',
      reason: 'api-not-found',
      message: 'This version of IRIS no longer has this call.',
    };
  }
  if (status >= 500) {
    return { code: 'unavailable', reason: String(status), message: `IRIS failed at this call (${status}).` };
  }
  return findInvalid(message, data);
}

/** A case that is not there and one that the key may not see look alike; a missing permission has no `data`. */
function findForbidden(data: unknown): Finding {
  const access = v.safeParse(caseAccess, data);
  if (!access.success) {
    return {
      code: 'forbidden',
      reason: 'permission',
      message: 'The owner of this API key may not do this in IRIS.',
    };
  }
  return {
    code: 'forbidden',
    reason: 'case-access',
    message: `There is no case ${access.output.case_id} in IRIS, or the owner of this API key has no right to it.`,
    facts: { userId: String(access.output.user_id), caseId: String(access.output.case_id) },
  };
}

/** `data` is an object by field, a list, a text or `[]`. */
function findInvalid(message: string, data: unknown): Finding {
  const details = Array.isArray(data) ? data.map(String) : typeof data === 'string' ? [data] : [];
  if ([message, ...details].some(text => databaseWords.test(text))) {
    return { code: 'invalid', reason: 'database', message: 'The database of IRIS refused this change.' };
  }
  if (message === 'Invalid CSRF token') {
    return {
      code: 'invalid',
      reason: 'cookie-sent',
      message: 'A cookie of IRIS was sent back to it, so it refused.',
    };
  }
  if (details.length === 0 && nothingThere.test(message)) {
    return {
      code: 'not-found',
      reason: 'not-in-case',
      message: `IRIS does not have this: ${clip(message)}.`,
    };
  }
  const fields = v.safeParse(byField, data);
  const named = fields.success && !Array.isArray(data) ? fields.output : {};
  const [first] = Object.entries(named);
  const said = first === undefined ? (details[0] ?? message) : `${first[0]}: ${first[1].join(' ')}`;
  return {
    code: 'invalid',
    reason: 'refused',
    message: said === '' ? 'IRIS did not accept this.' : `IRIS did not accept this: ${clip(said)}`,
    fields: Object.fromEntries(
      Object.entries(named).map(([key, problems]) => [key, clip(problems.join(' '))]),
    ),
  };
}

function clip(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function shorten(status: number, message: string, data: unknown): unknown {
  const text = JSON.stringify(data ?? null);
  if (databaseWords.test(text) || databaseWords.test(message)) return { status, message: 'database error' };
  return { status, message: clip(message), data: text.length > 500 ? clip(text) : data };
}

/** An answer with status 200 that says 'error', or is not what was asked for. */
export function notUnderstood(what: string): VendorError {
  return new VendorError({
    code: 'unreadable',
    reason: 'unreadable',
    message: `IRIS answered, but not with ${what}.`,
    retryable: true,
    status: 200,
  });
}
