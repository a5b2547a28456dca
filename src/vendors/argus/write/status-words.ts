/** What a case may be set to by an update; closing is a call of its own. */
export const openStatuses = [
  'pendingCustomer',
  'pendingSoc',
  'pendingVendor',
  'pendingClose',
  'workingSoc',
  'workingCustomer',
] as const;

export const closed = 'closed';

/** Some installations say waiting* for what is written as working*. */
export function isSameStatus(one: string, other: string): boolean {
  return toWritten(one) === toWritten(other);
}

function toWritten(word: string): string {
  return word.replace(/^waiting/, 'working');
}
