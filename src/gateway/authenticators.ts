import type { Authenticator } from '#domain/authenticator.ts';

/** By vendor id: how each vendor turns secrets into headers. */
export const authenticators: ReadonlyMap<string, Authenticator> = new Map<string, Authenticator>([]);
