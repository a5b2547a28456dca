import { VendorError } from '#domain/vendor-error.ts';
import type { Outcome } from '../engine/engine-port.ts';

/** The value, or the vendor's error thrown, as react-query wants it. */
export function takeOutcome<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new VendorError(outcome.error);
  return outcome.value;
}
