import { VendorError } from '#domain/vendor-error.ts';
import { longDuration, relativeTime } from '#ui/time/format-time.ts';
import type { Held } from './held.ts';

/** What is so, and what was not harmed. */
export function describeTrouble(error: Error, vendorName: string, held: Held, nowMs: number): string {
  return `${whatHappened(error, vendorName, held)} ${whatIsShown(held, nowMs)}`;
}

function whatHappened(error: Error, vendorName: string, held: Held): string {
  // What was held once has gone since; of a mistyped address nobody can say so, nor of one that is only kept from us.
  const isGone = error instanceof VendorError && error.code === 'not-found' && error.status !== 403;
  if (isGone && held !== null) return `No longer at ${vendorName}.`;
  if (error instanceof VendorError && error.retryAfterMs !== null)
    return `${vendorName} asked to wait ${longDuration(error.retryAfterMs)} before the next call.`;
  return /[.?]$/.test(error.message) ? error.message : `${error.message}.`;
}

function whatIsShown(held: Held, nowMs: number): string {
  if (held === null) return 'Nothing of it is held here.';
  const when = held.readAt === null ? '' : `, read ${relativeTime(held.readAt, nowMs)}`;
  return held.what === 'answer'
    ? `What is shown is the last answer${when}.`
    : `What is shown is the row from the queue${when}.`;
}
