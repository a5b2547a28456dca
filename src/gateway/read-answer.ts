import { GatewayProblem } from './gateway-problem.ts';
import { isTooDeep } from './json-depth.ts';
import { mediaType } from './media-type.ts';
import { type Bytes, readBytes } from './read-bytes.ts';
import { redirectProblem } from './redirect-problem.ts';
import { waitProblem } from './wait-problem.ts';

export type ReadAnswerOptions = { url: string; maxResponseBytes: number; now: () => number };

/**
 * Turns a vendor's answer into ours. JSON passes with the vendor's status and its original bytes, so that numbers keep
 * every digit; nothing else of it does. An empty body passes as empty when the status is 2xx and as `null` otherwise.
 * A page instead of JSON is 'not-the-api' with the vendor's status (5xx: 'unavailable'), whatever the status was.
 */
export async function readAnswer(response: Response, options: ReadAnswerOptions): Promise<Response> {
  const { status } = response;
  const redirect = redirectProblem(response, options.url);
  if (redirect !== null) throw redirect;
  const wait = waitProblem(response, options.now());
  if (wait !== null) {
    await response.body?.cancel();
    throw wait;
  }
  const bytes = await readBytes(response, options.maxResponseBytes);
  if (bytes === null) {
    throw new GatewayProblem('too-large', 'The answer is larger than Casefold takes. It was dropped.', {
      vendorStatus: status,
      facts: { limit: String(options.maxResponseBytes) },
    });
  }
  if (bytes.byteLength === 0) return answerEmpty(status);
  refuseOtherThanJson(bytes, status, response.headers.get('content-type'));
  return new Response(bytes, { status, headers: { 'content-type': 'application/json' } });
}

function answerEmpty(status: number): Response {
  if (status >= 200 && status < 300) return new Response(null, { status });
  return new Response('null', { status, headers: { 'content-type': 'application/json' } });
}

function refuseOtherThanJson(bytes: Bytes, status: number, contentType: string | null): void {
  const type = mediaType(contentType);
  const more = {
    vendorStatus: status,
    facts: { status: String(status), type, size: String(bytes.byteLength) },
  };
  const what = `status ${status}, ${type}, ${bytes.byteLength.toLocaleString('en')} bytes`;
  const text = decode(bytes);
  if (text !== null && isTooDeep(text)) {
    throw new GatewayProblem(
      'unreadable',
      'The answer is nested deeper than any real one. It was dropped.',
      more,
    );
  }
  if (text !== null && isJson(text)) return;
  if (status >= 500) {
    throw new GatewayProblem('unavailable', `The vendor answered with an error page (${status}).`, more);
  }
  if (/json/.test(type) && !text?.trimStart().startsWith('<')) {
    throw new GatewayProblem('unreadable', `The answer is marked as JSON but is not: ${what}.`, more);
  }
  throw new GatewayProblem(
    'not-the-api',
    `What answered is not the API: ${what}. A login page, perhaps.`,
    more,
  );
}

/** null when the bytes are not UTF-8. A byte order mark is left out. */
function decode(bytes: Bytes): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
