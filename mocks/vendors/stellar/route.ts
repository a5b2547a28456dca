import type { RequestHandler } from 'msw';
import type { Caller } from './access.ts';

export type Asked = { caller: Caller; query: URLSearchParams; params: Readonly<Record<string, string>> };

export type Answer = (asked: Asked, request: Request) => Response | Promise<Response>;

/** Registers an answer to calls that carry a valid token; all others get 401. */
export type Route = (
  method: 'get' | 'post' | 'put' | 'delete',
  path: string,
  answer: Answer,
) => RequestHandler;
