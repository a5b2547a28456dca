import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where connections added on screen are kept: CASEFOLD_HOME, or the platform's place for settings. */
export function homeFolder(environment: NodeJS.ProcessEnv): string {
  const given = environment['CASEFOLD_HOME'];
  if (given !== undefined && given !== '') return given;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Casefold');
  if (process.platform === 'win32') return join(environment['APPDATA'] ?? homedir(), 'Casefold');
  return join(environment['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'casefold');
}
