import type { Authenticator } from '#domain/authenticator.ts';
import { argusAuthenticator } from '#vendors/argus/auth.ts';
import { gtaAuthenticator } from '#vendors/gta/auth.ts';
import { incydrAuthenticator } from '#vendors/incydr/auth.ts';
import { irisAuthenticator } from '#vendors/iris/auth.ts';
import { stellarAuthenticator } from '#vendors/stellar/auth.ts';

/** By vendor id: how each vendor turns secrets into headers. */
export const authenticators: ReadonlyMap<string, Authenticator> = new Map([
  ['stellar', stellarAuthenticator],
  ['argus', argusAuthenticator],
  ['incydr', incydrAuthenticator],
  ['iris', irisAuthenticator],
  ['gta', gtaAuthenticator],
]);
