/** Runs one at a time, in the order asked; each has its own outcome, whatever became of the one before. */
export function createTurns(): <Value>(run: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return run => {
    const result = last.then(run);
    last = result.catch(() => undefined);
    return result;
  };
}
