import type { Authenticator } from '#domain/authenticator.ts';
import { gtaAuthenticator } from '#vendors/gta/auth.ts';
import { stellarAuthenticator } from '#vendors/stellar/auth.ts';

/** By vendor id: how each vendor turns secrets into headers. */
export const authenticators: ReadonlyMap<string, Authenticator> = new Map([
  ['stellar', stellarAuthenticator],
  ['gta', gtaAuthenticator],
]);
