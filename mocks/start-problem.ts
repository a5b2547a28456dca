/** The world cannot start as asked. The message is the one sentence that people read. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}
