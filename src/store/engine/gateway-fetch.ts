import type { Fetch } from '#domain/vendor.ts';

/**
 * The link from an adapter to the gateway: the browser's fetch with this launch's token, and no cookies. `onRefused` is
 * told when the token is not the one of this launch any more.
 */
export function createGatewayFetch(token: string | null, onRefused: () => void): Fetch {
  return async request => {
    const headers = new Headers(request.headers);
    if (token !== null) headers.set('x-casefold-token', token);
    const response = await fetch(new Request(request, { headers, credentials: 'omit', cache: 'no-store' }));
    if (response.status === 401 && (await isTokenRefused(response.clone()))) onRefused();
    return response;
  };
}

async function isTokenRefused(response: Response): Promise<boolean> {
  if (response.headers.get('content-type')?.startsWith('application/problem+json') !== true) return false;
  const problem: unknown = await response.json();
  if (typeof problem !== 'object' || problem === null || !('code' in problem)) return false;
  return problem.code === 'token-stale' || problem.code === 'token-missing';
}
