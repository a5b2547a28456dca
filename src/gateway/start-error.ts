/** Casefold cannot start as asked. The message is the one sentence that people read: what, where, remedy. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
