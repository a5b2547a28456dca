/** What IRIS sends: its JSON envelope, one of its HTML pages, or the bytes of a file. */
export type Answer = {
  status: number;
  contentType: string;
  text: string;
  headers: Record<string, string>;
};

/** Thrown by a handler to leave early with an answer. */
export class Refusal extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super(`refused with ${answer.status}`);
    this.answer = answer;
  }
}

/** Keys come sorted, as Flask sorts them. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

function envelope(status: number, word: 'success' | 'error', message: string, data: unknown): Answer {
  return {
    status,
    contentType: 'application/json',
    text: `${JSON.stringify({ data: sorted(data), message, status: word })}\n`,
    headers: {},
  };
}

/** `data` is `[]` where there is nothing, also where an object is normal. */
export function ok(data: unknown = [], message = ''): Answer {
  return envelope(200, 'success', message, data);
}

export function fail(message: string, data: unknown = [], status = 400): Answer {
  return envelope(status, 'error', message, data);
}

export function refuse(message: string, data: unknown = [], status = 400): Refusal {
  return new Refusal(fail(message, data, status));
}

const pages = {
  302: {
    title: 'Redirecting...',
    text: 'You should be redirected automatically to the target URL: <a href="/login">/login</a>.',
  },
  400: {
    title: 'Bad Request',
    text: 'The browser (or proxy) sent a request that this server could not understand.',
  },
  405: { title: 'Method Not Allowed', text: 'The method is not allowed for the requested URL.' },
  500: {
    title: 'Internal Server Error',
    text: 'The server encountered an internal error and was unable to complete your request.',
  },
} as const;

export function page(status: keyof typeof pages, headers: Record<string, string> = {}): Answer {
  const { title, text } = pages[status];
  const heading = status === 302 ? title : `${status} ${title}`;
  return {
    status,
    contentType: 'text/html; charset=utf-8',
    text: `<!doctype html>\n<html lang=en>\n<title>${heading}</title>\n<h1>${title}</h1>\n<p>${text}</p>\n`,
    headers,
  };
}

/** An unknown route: IRIS's own page, or JSON when the request itself said it was JSON. */
export function notFound(isJson: boolean): Answer {
  if (isJson) return fail('Resource not found', [], 404);
  return {
    status: 404,
    contentType: 'text/html; charset=utf-8',
    text: '\n<!DOCTYPE html>\n<html lang="en">\n<head>\n\t<title>IRIS -  404 Error  </title>\n</head>\n<h2 class="mx-5">SORRY!</h2>\n',
    headers: {},
  };
}

export function crash(): Refusal {
  return new Refusal(page(500));
}

export function preflight(allow: string): Answer {
  return { status: 200, contentType: 'text/html; charset=utf-8', text: '', headers: { allow } };
}
