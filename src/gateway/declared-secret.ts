import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import * as v from 'valibot';
import { StartError } from './start-error.ts';

const maxFileBytes = 64 * 1024;

/** A secret as declared in a connections file: itself, or where it is found. */
export const declaredSecretSchema = v.union([
  v.pipe(v.string(), v.minLength(1)),
  v.strictObject({ env: v.pipe(v.string(), v.minLength(1)) }),
  v.strictObject({ file: v.pipe(v.string(), v.minLength(1)) }),
]);
export type DeclaredSecret = v.InferOutput<typeof declaredSecretSchema>;

export type SecretPlace = {
  /** Paths of secret files are relative to it. */
  folder: string;
  environment: NodeJS.ProcessEnv;
  /** What is said when it cannot be read: 'connections.json: connections[0].secrets.apiKey'. */
  label: string;
};

/** The value now: a secret's file is read each time, so that whoever mounts it may change it. */
export async function readDeclaredSecret(declared: DeclaredSecret, place: SecretPlace): Promise<string> {
  if (typeof declared === 'string') return declared;
  if ('env' in declared) {
    const value = place.environment[declared.env]?.trim() ?? '';
    if (value === '') throw new StartError(`${place.label}: set the environment variable ${declared.env}.`);
    return value;
  }
  const file = isAbsolute(declared.file) ? declared.file : resolve(place.folder, declared.file);
  const value = await stat(file)
    .then(({ size }) => (size <= maxFileBytes ? readFile(file, 'utf8') : ''))
    .catch(() => '');
  if (value.trim() === '')
    throw new StartError(`${place.label}: put the secret into ${file}, readable by you.`);
  return value.trim();
}
