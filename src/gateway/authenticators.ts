import type { Authenticator } from '#domain/authenticator.ts';
import { gtaAuthenticator } from '#vendors/gta/auth.ts';

/** By vendor id: how each vendor turns secrets into headers. */
export const authenticators: ReadonlyMap<string, Authenticator> = new Map([['gta', gtaAuthenticator]]);
