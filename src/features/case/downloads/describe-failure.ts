import type { VendorErrorInit } from '#domain/vendor-error.ts';
import { longDuration } from '#ui/time/format-time.ts';

/** What is so, and that nothing half stands on the disk. */
export function describeFailure({ message, retryAfterMs }: VendorErrorInit): string {
  const what =
    retryAfterMs === undefined || retryAfterMs === null
      ? message
      : `The vendor asked to wait ${longDuration(retryAfterMs)} before the next call.`;
  return `${/[.?]$/.test(what) ? what : `${what}.`} Nothing was saved.`;
}
