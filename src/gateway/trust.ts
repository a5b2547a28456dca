import { readFile, stat } from 'node:fs/promises';
import type { Connection } from '#domain/connection.ts';
import { normalisePin } from './connector.ts';
import { GatewayProblem } from './gateway-problem.ts';

/** Whom a connection trusts beyond the authorities that the machine knows. */
export type Trust = {
  /** PEM text of the authority; null: the known ones. */
  ca: string | null;
  /** The one certificate trusted, by its SHA-256 fingerprint, lower-case hex without colons. */
  certificateSha256: string | null;
};

const maxFileBytes = 256 * 1024;

/** Differs whenever the trust of a connection does: its settings, or the authority file on disk. */
export async function trustKey(connection: Connection): Promise<string> {
  const file = connection.settings['caFile'];
  const pin = connection.settings['certificateSha256'];
  if (file === undefined) return `|${pin ?? ''}`;
  const { mtimeMs, size } = await stat(file).catch(() => ({ mtimeMs: 0, size: 0 }));
  return `${file} ${mtimeMs} ${size}|${pin ?? ''}`;
}

export async function readTrust(connection: Connection): Promise<Trust> {
  const file = connection.settings['caFile'];
  const pin = connection.settings['certificateSha256'];
  return {
    ca: file === undefined ? null : await readAuthority(file),
    certificateSha256: pin === undefined ? null : normalisePin(pin),
  };
}

async function readAuthority(file: string): Promise<string> {
  const text = await stat(file)
    .then(found => (found.isFile() && found.size <= maxFileBytes ? readFile(file, 'utf8') : null))
    .catch(() => null);
  if (text?.includes('-----BEGIN CERTIFICATE-----')) return text;
  throw new GatewayProblem(
    'settings-invalid',
    'The authority file of this connection is not a readable PEM file.',
    {
      facts: { caFile: 'This is not a readable PEM file.' },
    },
  );
}
