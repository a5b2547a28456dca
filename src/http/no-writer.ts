import type { Writer } from '#domain/command.ts';
import { VendorError } from '#domain/vendor-error.ts';

function refuse(): never {
  throw new VendorError({
    code: 'unsupported',
    reason: 'not-offered',
    message: 'This vendor does not offer that.',
    retryable: false,
  });
}

/** `Adapter.writer` of a vendor whose records cannot be changed. */
export const noWriter: Writer = {
  offers: async () => [],
  fresh: async () => refuse(),
  wanted: () => ({}),
  send: async () => refuse(),
  verify: async () => refuse(),
  isRepeatable: () => false,
  isFinal: () => true,
};
