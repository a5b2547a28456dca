import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Looks at what is lost once a request has become a Request: a second Host, a target that is a whole URL, a path that
 * URL parsing would quietly rewrite. Answers true when the request was refused and answered.
 */
export function refuseRawRequest(incoming: IncomingMessage, outgoing: ServerResponse): boolean {
  const status = statusFor(incoming);
  if (status === null) return false;
  outgoing.writeHead(status, {
    'content-type': 'text/plain',
    'cache-control': 'no-store',
    connection: 'close',
  });
  outgoing.end('This request is not one Casefold answers.\n');
  return true;
}

function statusFor({ url = '', headers, rawHeaders, httpVersion }: IncomingMessage): number | null {
  const hosts = rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === 'host');
  if (httpVersion !== '1.1' || hosts.length !== 1) return 400;
  if (headers.upgrade !== undefined) return 426;
  const [path = ''] = url.split('?', 1);
  const isPlain = url.startsWith('/') && !url.startsWith('//') && !/[\\#]|[^\x21-\x7e]/.test(url);
  const hasDots = path.split('/').some(segment => /^(?:\.|%2e){1,2}$/i.test(segment));
  return isPlain && !hasDots ? null : 400;
}
