import type { createChain } from './create-chain.ts';

/** The id of the simulated case whose name begins so. */
export function findCase({ simulator }: ReturnType<typeof createChain>, beginning: string): string {
  const found = simulator.state.byCreated.find(({ record }) => record.name.startsWith(beginning));
  if (found === undefined) throw new Error(`no case is called ${beginning}…`);
  return found.record._id;
}
