import { type Connection, trustFields } from '#domain/connection.ts';

const trust = new Set<string>(trustFields.map(field => field.key));

/** Which rows a connection leads to, as one text: another name, secret or certificate leads to the same. */
export function whatIsRead({ settings, keep }: Connection): string {
  const leading = Object.entries(settings).filter(([key]) => !trust.has(key));
  return JSON.stringify([leading.sort(([a], [b]) => a.localeCompare(b)), keep]);
}
