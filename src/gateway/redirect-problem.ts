import { GatewayProblem } from './gateway-problem.ts';

/** A redirect is never followed: it would carry the credential to wherever it points. null for any other answer. */
export function redirectProblem(response: Response, askedUrl: string): GatewayProblem | null {
  const isRedirect = (response.status >= 300 && response.status < 400) || response.type === 'opaqueredirect';
  if (!isRedirect) return null;
  const host = hostOf(response.headers.get('location'), askedUrl);
  return new GatewayProblem(
    'redirected',
    `The address redirects to ${host}, and redirects are not followed. Check the address in the connection's settings.`,
    { vendorStatus: response.status, facts: { host } },
  );
}

function hostOf(location: string | null, askedUrl: string): string {
  if (location === null || !URL.canParse(location, askedUrl)) return 'an unknown place';
  return new URL(location, askedUrl).host || 'an unknown place';
}
