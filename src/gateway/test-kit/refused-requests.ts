import { expect } from 'vitest';
import { sendRaw, statusOf } from './raw-request.ts';
import type { PlumWorld } from './run-plum.ts';

type Parts = {
  method?: string;
  path?: string;
  host?: string;
  headers?: string[];
  body?: string;
  version?: string;
};

/** A whole request as bytes; what is not given is as the page would send it. */
export function writeRequest({ casefold }: PlumWorld, parts: Parts): string {
  const {
    method = 'GET',
    path = '/api/c/plum-1/v1/cases',
    host = casefold.origin.slice(7),
    body = '',
  } = parts;
  const headers = parts.headers ?? [`origin: ${casefold.origin}`, `x-casefold-token: ${casefold.token}`];
  const length = body === '' ? [] : ['content-type: application/json', `content-length: ${body.length}`];
  const lines = [`${method} ${path} HTTP/${parts.version ?? '1.1'}`, `host: ${host}`, ...headers, ...length];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}

/** The answer is a refusal, the vendor heard nothing, and nothing of the inside is told. */
export async function expectRefused(
  { casefold, vendor }: PlumWorld,
  raw: string,
  statuses = [400, 401, 403, 404, 421, 426, 0],
): Promise<void> {
  const received = await sendRaw(casefold.port, raw);
  expect(statuses).toContain(statusOf(received));
  expect(vendor.seen).toEqual([]);
  expect(received).not.toContain('canary-key');
  expect(received).not.toMatch(/at \w+ \(|node_modules|\.ts:/);
}
