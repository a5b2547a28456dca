import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { StartError } from './start-error.ts';

/**
 * Reads a file that only its owner may read; null when there is none. Refuses a link, and a file that group or others
 * may read. Windows has no such bits.
 */
export async function readPrivateFile(file: string): Promise<Buffer | null> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);
  const handle = await open(file, flags).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new StartError(`${file} cannot be read (${error.code}): it must be a plain file of yours.`);
  });
  if (handle === null) return null;
  try {
    const { mode } = await handle.stat();
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new StartError(`${file} may be read by others: run chmod 600 ${file}.`);
    }
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
