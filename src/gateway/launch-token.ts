import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { StartError } from './start-error.ts';

const minLength = 32;

/** CASEFOLD_TOKEN where it is set, so that open pages outlive a restart; else 256 random bits for this start. */
export function readLaunchToken(environment: NodeJS.ProcessEnv): string {
  const given = environment['CASEFOLD_TOKEN'] ?? '';
  if (given === '') return randomBytes(32).toString('base64url');
  if (given.length >= minLength && /^[\w-]+$/.test(given)) return given;
  throw new StartError(
    `CASEFOLD_TOKEN is too weak: give at least ${minLength} letters, digits, dashes, or unset it.`,
  );
}

/** Compares in a time that says nothing about the token. */
export function createTokenCheck(token: string): (text: string) => boolean {
  const expected = digest(token);
  return text => timingSafeEqual(digest(text), expected);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
