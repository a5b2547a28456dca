import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse as parseLossless } from 'lossless-json';
import * as v from 'valibot';
import { checkSettings, fillSettings, isFieldShown } from '#domain/check-form.ts';
import { defaultKeep } from '#domain/connection.ts';
import type { Vendor } from '#domain/vendor.ts';
import { recordFields, secretNames } from './connection-draft.ts';
import type { ConnectionRecord } from './connection-store.ts';
import { type DeclaredSecret, declaredSecretSchema, readDeclaredSecret } from './declared-secret.ts';
import { StartError } from './start-error.ts';

export type DeclaredConnection = {
  record: ConnectionRecord;
  /** Names of the secrets it declares. */
  secretNames: readonly string[];
  secret(name: string): Promise<string | null>;
};

const { keep, ...required } = recordFields;
const fileSchema = v.strictObject({
  connections: v.array(
    v.strictObject({
      ...required,
      keep: v.optional(keep, defaultKeep),
      secrets: v.optional(v.record(v.string(), declaredSecretSchema), {}),
    }),
  ),
});
type Declared = v.InferOutput<typeof fileSchema>['connections'][number];

/**
 * Reads the connections that a file declares, and tries every secret once. Throws StartError with one sentence: the
 * file, the key, the remedy. No sentence holds anything of the file but its keys.
 */
export async function readConnectionsFile(
  path: string,
  vendors: ReadonlyMap<string, Vendor>,
  environment: NodeJS.ProcessEnv,
): Promise<readonly DeclaredConnection[]> {
  const file = resolve(path);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const what = error.code === 'ENOENT' ? 'is missing' : `cannot be read (${error.code})`;
    throw new StartError(`${file} ${what}: set CASEFOLD_CONNECTIONS to a connections file of yours.`);
  });
  const result = v.safeParse(fileSchema, parseJson(file, text));
  if (!result.success) {
    throw new StartError(
      `${file}: ${v.getDotPath(result.issues[0]) ?? 'the whole'} is not as it must be${hintFor(result.issues[0])}.`,
    );
  }
  const { connections } = result.output;
  await refuseReadableSecrets(file, connections);
  const seen = new Set<string>();
  const declared: DeclaredConnection[] = [];
  for (const [index, connection] of connections.entries()) {
    const label = `${file}: connections[${index}]`;
    if (seen.has(connection.id)) throw new StartError(`${label}.id is used twice: give each its own.`);
    seen.add(connection.id);
    declared.push(await toDeclared(connection, label, dirname(file), vendors, environment));
  }
  return declared;
}

async function toDeclared(
  connection: Declared,
  label: string,
  folder: string,
  vendors: ReadonlyMap<string, Vendor>,
  environment: NodeJS.ProcessEnv,
): Promise<DeclaredConnection> {
  const vendor = vendors.get(connection.vendor);
  if (vendor === undefined) {
    throw new StartError(`${label}.vendor is not known: use one of ${[...vendors.keys()].join(', ')}.`);
  }
  const settings = fillSettings(vendor.form, connection.settings);
  const [wrong] = Object.entries(checkSettings(vendor, { ...connection.settings, ...settings }));
  if (wrong !== undefined) throw new StartError(`${label}.settings.${wrong[0]}: ${wrong[1]}`);

  const { secrets, ...rest } = connection;
  const known = new Set(secretNames(vendor));
  for (const [name, secret] of Object.entries(secrets)) {
    const place = { folder, environment, label: `${label}.secrets.${name}` };
    if (!known.has(name))
      throw new StartError(`${place.label} is not one of ${[...known].join(', ')}: rename it.`);
    await readDeclaredSecret(secret, place);
  }
  for (const field of vendor.form.fields) {
    const isNeeded = field.kind === 'secret' && field.required && isFieldShown(field, settings);
    if (isNeeded && secrets[field.key] === undefined) {
      throw new StartError(
        `${label}.secrets.${field.key} is missing: add it as text, { "env": … } or { "file": … }.`,
      );
    }
  }
  return {
    record: { ...rest, settings, source: 'file' },
    secretNames: Object.keys(secrets),
    async secret(name) {
      const secret = Object.hasOwn(secrets, name) ? secrets[name] : undefined;
      if (secret === undefined) return null;
      return readDeclaredSecret(secret, { folder, environment, label });
    },
  };
}

/** A file with a secret in plain text is for its owner's eyes. */
async function refuseReadableSecrets(file: string, connections: readonly Declared[]): Promise<void> {
  const hasPlain = connections.some(({ secrets }) => Object.values(secrets).some(isPlain));
  if (!hasPlain || process.platform === 'win32') return;
  const { mode } = await stat(file);
  if ((mode & 0o077) === 0) return;
  throw new StartError(`${file} holds secrets and may be read by others: run chmod 600 ${file}.`);
}

function isPlain(secret: DeclaredSecret): boolean {
  return typeof secret === 'string';
}

/** The engine's own message quotes the text, which may be a secret: only the position is told. */
function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new StartError(`${file} is not JSON${whereOf(text)}: correct it there.`);
  }
}

function whereOf(text: string): string {
  try {
    parseLossless(text);
    return '';
  } catch (error) {
    const position = Number(
      /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? Number.NaN,
    );
    if (Number.isNaN(position)) return '';
    const before = text.slice(0, position).split('\n');
    return ` at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  }
}

function hintFor(issue: v.BaseIssue<unknown>): string {
  if (issue.received === 'undefined') return ': it is missing';
  if (issue.expected === 'never') return ': it is not a key of this file';
  return '';
}
