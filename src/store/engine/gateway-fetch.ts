import type { Fetch } from '#domain/vendor.ts';

/** The link from an adapter to the gateway: the browser's fetch with this launch's token, and no cookies. */
export function createGatewayFetch(token: string | null): Fetch {
  return request => {
    const headers = new Headers(request.headers);
    if (token !== null) headers.set('x-casefold-token', token);
    return fetch(new Request(request, { headers, credentials: 'omit', cache: 'no-store' }));
  };
}
