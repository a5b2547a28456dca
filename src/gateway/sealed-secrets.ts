import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import * as v from 'valibot';
import type { KeptSecret } from './secret-vault.ts';

/** Names the format and everything fixed about it: scrypt N=2^17 r=8 p=1, AES-256-GCM with a tag of 16 bytes. */
const magic = Buffer.from('CASEFOLD-SECRETS-1\n');
const saltBytes = 16;
const ivBytes = 12;
const tagBytes = 16;

export type SecretsKey = { key: Buffer; salt: Buffer };

const secretsSchema = v.record(v.string(), v.strictObject({ value: v.string(), boundTo: v.string() }));
const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

/** Takes about a second and 128 MiB, on purpose. */
export async function deriveSecretsKey(passphrase: string, salt: Buffer): Promise<SecretsKey> {
  const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
  return { key: await derive(passphrase.normalize('NFC'), salt, 32, cost), salt };
}

export function createSalt(): Buffer {
  return randomBytes(saltBytes);
}

/** The salt of a sealed file; null when it is not one. */
export function readSalt(sealed: Buffer): Buffer | null {
  const isSealed = sealed.subarray(0, magic.length).equals(magic);
  const isWhole = sealed.length > magic.length + saltBytes + ivBytes + tagBytes;
  return isSealed && isWhole ? sealed.subarray(magic.length, magic.length + saltBytes) : null;
}

/** magic, salt, iv, tag, ciphertext. What is not encrypted is authenticated with it. */
export function sealSecrets(secrets: ReadonlyMap<string, KeptSecret>, { key, salt }: SecretsKey): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.concat([magic, salt]));
  const plain = JSON.stringify(Object.fromEntries(secrets));
  const encrypted = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([magic, salt, iv, cipher.getAuthTag(), encrypted]);
}

/** null when the key is wrong or any byte was changed: which of the two cannot be told. */
export function openSecrets(sealed: Buffer, key: Buffer): Map<string, KeptSecret> | null {
  const salt = readSalt(sealed);
  if (salt === null) return null;
  const ivAt = magic.length + saltBytes;
  const tagAt = ivAt + ivBytes;
  const encryptedAt = tagAt + tagBytes;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(ivAt, tagAt), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(Buffer.concat([magic, salt]));
    decipher.setAuthTag(sealed.subarray(tagAt, encryptedAt));
    const plain = Buffer.concat([decipher.update(sealed.subarray(encryptedAt)), decipher.final()]);
    return new Map(Object.entries(v.parse(secretsSchema, JSON.parse(plain.toString('utf8')))));
  } catch {
    return null;
  }
}
