import type { SignInAnswer, SignInRequest } from '#domain/authenticator.ts';
import type { Connection } from '#domain/connection.ts';
import type { Vendor } from '#domain/vendor.ts';
import { buildTargetUrl } from './build-target-url.ts';
import { GatewayProblem } from './gateway-problem.ts';
import { readBytes } from './read-bytes.ts';
import { redirectProblem } from './redirect-problem.ts';
import type { Send } from './send.ts';

const maxAnswerBytes = 64 * 1024;
const timeoutMs = 25_000;

/** How an authenticator speaks to the vendor: its own deadline, a small answer, no redirect. */
export function createSignInSend(
  connection: Connection,
  vendor: Vendor,
  targets: Readonly<Record<string, string>>,
  send: Send,
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
      const bytes = await readBytes(response, maxAnswerBytes);
      if (bytes === null) throw new GatewayProblem('too-large', 'The answer to signing in is too large.');
      return {
        status: response.status,
        contentType: response.headers.get('content-type') ?? '',
        text: new TextDecoder().decode(bytes),
      };
    } catch (error) {
      if (!deadline.aborted) throw error;
      throw new GatewayProblem('timeout', 'The vendor did not answer to signing in within 25 s.');
    }
  };
}
