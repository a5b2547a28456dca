import { HttpResponse } from 'msw';

/**
 * Error bodies of the API hosts. They are published nowhere: `error` and `message` are what the one known
 * third-party client reads, so this is the one place to correct.
 */
function refuse(status: number, error: string, message: string): Response {
  return HttpResponse.json({ error, message }, { status });
}

export const badRequest = (message: string) => refuse(400, 'Bad Request', message);
export const unauthorized = (message: string) => refuse(401, 'Unauthorized', message);
export const forbidden = (message: string) => refuse(403, 'Forbidden', message);
export const notFound = (message: string) => refuse(404, 'Not Found', message);
