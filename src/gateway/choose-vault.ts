import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { askPassphrase } from './ask-passphrase.ts';
import { openFileVault } from './file-vault.ts';
import { openKeyringVault } from './keyring-vault.ts';
import { createMemoryVault, type SecretVault } from './secret-vault.ts';
import { StartError } from './start-error.ts';

const choices = ['keyring', 'file', 'memory'];
const minPassphraseLength = 12;

/**
 * Where secrets added on screen are kept: the system's keyring if it works, else an encrypted file if there is a
 * passphrase, else memory. CASEFOLD_SECRETS names one of the three and nothing else is tried.
 */
export async function chooseVault(home: string, environment: NodeJS.ProcessEnv): Promise<SecretVault> {
  const wanted = environment['CASEFOLD_SECRETS'] ?? '';
  if (wanted !== '' && !choices.includes(wanted)) {
    throw new StartError('CASEFOLD_SECRETS names no place for secrets: set it to keyring, file or memory.');
  }
  if (wanted === 'memory') return createMemoryVault('Secrets added here are kept until Casefold stops.');

  if (wanted !== 'file') {
    const keyring = await openKeyringVault();
    if (keyring !== null) return keyring;
    if (wanted === 'keyring') {
      throw new StartError(
        'The keyring of this machine does not work: set CASEFOLD_SECRETS to file or memory.',
      );
    }
  }

  const file = join(home, 'secrets');
  const passphrase = await readPassphrase(file, environment);
  if (passphrase !== null) return openFileVault(file, passphrase);
  if (wanted === 'file') {
    throw new StartError(
      'Secrets are to be kept in a file: set CASEFOLD_PASSPHRASE to the passphrase for it.',
    );
  }
  return createMemoryVault(
    'Secrets added here are kept until Casefold stops: this machine has no keyring that works. Set CASEFOLD_PASSPHRASE to keep them in an encrypted file.',
  );
}

/** null: there is none, so secrets are not written anywhere. */
async function readPassphrase(file: string, environment: NodeJS.ProcessEnv): Promise<string | null> {
  const given = environment['CASEFOLD_PASSPHRASE'] ?? '';
  const passphrase = given === '' ? await askForFile(file) : given;
  if (passphrase === null || passphrase === '') return null;
  if (passphrase.length < minPassphraseLength) {
    throw new StartError(`The passphrase is too short: give at least ${minPassphraseLength} characters.`);
  }
  return passphrase;
}

/** Somebody who kept secrets in the file before is asked for its passphrase; nobody else is held up at start. */
async function askForFile(file: string): Promise<string | null> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  return isThere ? askPassphrase(`Passphrase for ${file} (empty: go on without it): `) : null;
}
