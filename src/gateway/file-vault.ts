import { readPrivateFile } from './read-private-file.ts';
import { createSalt, deriveSecretsKey, openSecrets, readSalt, sealSecrets } from './sealed-secrets.ts';
import type { KeptSecret, SecretVault } from './secret-vault.ts';
import { StartError } from './start-error.ts';
import { writeFileAtomic } from './write-file-atomic.ts';

/** Secrets in one encrypted file, opened once at start. Throws StartError when it cannot be. */
export async function openFileVault(file: string, passphrase: string): Promise<SecretVault> {
  const sealed = await readPrivateFile(file);
  const salt = sealed === null ? createSalt() : readSalt(sealed);
  if (salt === null) throw damaged(file);
  const key = await deriveSecretsKey(passphrase, salt);
  const opened = sealed === null ? new Map<string, KeptSecret>() : openSecrets(sealed, key.key);
  if (opened === null) throw damaged(file);
  let secrets = opened;

  // One write at a time, each of the whole file.
  let last = Promise.resolve();
  async function change(apply: (next: Map<string, KeptSecret>) => void): Promise<void> {
    const run = last.then(async () => {
      const next = new Map(secrets);
      apply(next);
      await writeFileAtomic(file, sealSecrets(next, key));
      secrets = next;
    });
    last = run.catch(() => undefined);
    return run;
  }

  return {
    info: { kind: 'file' },
    get: async name => secrets.get(name) ?? null,
    set: (name, secret) => change(next => next.set(name, secret)),
    remove: async name => {
      if (secrets.has(name)) await change(next => next.delete(name));
    },
  };
}

function damaged(file: string): StartError {
  return new StartError(
    `${file} does not open with this passphrase, or was changed: give the right CASEFOLD_PASSPHRASE, or remove the file and enter the secrets anew.`,
  );
}
