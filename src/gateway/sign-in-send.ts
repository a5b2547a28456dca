import type { SignInAnswer, SignInRequest } from '#domain/authenticator.ts';
import type { Connection } from '#domain/connection.ts';
import type { Vendor } from '#domain/vendor.ts';
import { buildTargetUrl } from './build-target-url.ts';
import { GatewayProblem } from './gateway-problem.ts';
import { readBytes } from './read-bytes.ts';
import { redirectProblem } from './redirect-problem.ts';
import type { Send } from './send.ts';
import { waitProblem } from './wait-problem.ts';

const maxAnswerBytes = 64 * 1024;
const timeoutMs = 25_000;

/**
 * How an authenticator speaks to the vendor: its own deadline, a small answer, no redirect. Where a page answers in
 * place of the API, or a vendor that has no time, the credential was not looked at: that is told as what it is.
 */
export function createSignInSend(
  connection: Connection,
  vendor: Vendor,
  targets: Readonly<Record<string, string>>,
  send: Send,
  now: () => number,
): (request: SignInRequest) => Promise<SignInAnswer> {
  return async signIn => {
    const deadline = AbortSignal.timeout(timeoutMs);
    const request = new Request(buildTargetUrl(targets, signIn.target, signIn.path), {
      method: signIn.method,
      headers: { accept: 'application/json', ...signIn.headers },
      redirect: 'manual',
      signal: deadline,
      ...(signIn.body === undefined ? {} : { body: signIn.body }),
    });
    const hop = {
      connection,
      isPrivateAllowed: vendor.hosts === undefined,
      maxResponseBytes: maxAnswerBytes,
    };
    try {
      const response = await send(request, hop);
      const redirect = redirectProblem(response, request.url);
      if (redirect !== null) throw redirect;
      const wait = waitProblem(response, now());
      if (wait !== null) throw wait;
      const bytes = await readBytes(response, maxAnswerBytes);
      if (bytes === null) throw new GatewayProblem('too-large', 'The answer to signing in is too large.');
      const text = new TextDecoder().decode(bytes);
      refusePage(response.status, text);
      return { status: response.status, contentType: response.headers.get('content-type') ?? '', text };
    } catch (error) {
      if (!deadline.aborted) throw error;
      throw new GatewayProblem('timeout', 'The vendor did not answer to signing in within 25 s.');
    }
  };
}

/** A page with 401 or 403 may be how the vendor refuses a credential: the authenticator judges it. */
function refusePage(status: number, text: string): void {
  const isGood = status >= 200 && status < 300;
  if (!(isGood || status === 404) || !text.trimStart().startsWith('<')) return;
  throw new GatewayProblem(
    'not-the-api',
    `What answered to signing in is a page and not the API (status ${status}). Check the address.`,
    { vendorStatus: status, facts: { status: String(status), size: String(text.length) } },
  );
}
