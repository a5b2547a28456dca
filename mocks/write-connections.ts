import { readFile, rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { StartProblem } from './start-problem.ts';
import type { ConnectionsFile } from './world.ts';

/**
 * Writes a connections file that only its owner can read, and returns where. A file that leads anywhere but to this
 * machine is somebody's own: it is left as it is, and the sentence that says so is thrown.
 */
export async function writeConnections(path: string, file: ConnectionsFile): Promise<string> {
  const target = resolve(path);
  const held = await readFile(target, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (held !== null && !leadsHere(held))
    throw new StartProblem(
      `${target} holds connections that are not simulated: set CASEFOLD_CONNECTIONS to another path.`,
    );
  const draft = `${target}.${process.pid}.new`;
  await writeFile(draft, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, target);
  return target;
}

function leadsHere(text: string): boolean {
  const addresses = text.match(/https?:\/\/[^"\s]+/g) ?? [];
  const isOurs = addresses.length > 0 && addresses.every(address => address.startsWith('http://127.0.0.1:'));
  return isOurs || /^\s*$/.test(text);
}
