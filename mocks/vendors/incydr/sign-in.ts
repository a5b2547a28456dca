import { HttpResponse, http, type RequestHandler } from 'msw';
import { json } from './answers.ts';
import { clientTokenSeconds, type Sessions } from './sessions.ts';

/** The token endpoints of both generations. A 401 has no body and never says whether a one-time code was missing. */
export function signInHandlers(origin: string, sessions: Sessions): RequestHandler[] {
  function legacyUser({ request }: { request: Request }): Response {
    // Without useBody the token is not in the body.
    if (new URL(request.url).searchParams.get('useBody')?.toLowerCase() !== 'true') return empty(204);
    const [username, password] = readBasic(request);
    const token = sessions.signInUser('legacy', username, password, request.headers.get('totp-auth'));
    return token === null ? empty(401) : json({ v3_user_token: token });
  }

  return [
    http.get(`${origin}/c42api/v3/auth/jwt`, legacyUser),
    http.get(`${origin}/api/v3/auth/jwt`, legacyUser),
    http.get(`${origin}/v1/auth`, ({ request }) => {
      const [username, password] = readBasic(request);
      const token = sessions.signInUser('gateway', username, password, request.headers.get('totp-auth'));
      return token === null ? empty(401) : json({ bearerToken: token });
    }),
    http.post(`${origin}/v1/oauth`, async ({ request }) => {
      const form = new URLSearchParams(await request.text());
      const hasBasic = request.headers.has('authorization');
      const grant = new URL(request.url).searchParams.get('grant_type') ?? form.get('grant_type');
      // With Basic the grant type may be left out; in a form it may not.
      if (grant !== 'client_credentials' && (grant !== null || !hasBasic)) return empty(400);
      const [id, secret] = hasBasic
        ? readBasic(request)
        : [form.get('client_id') ?? '', form.get('client_secret') ?? ''];
      return answerClient(sessions.signInClient('gateway', id, secret));
    }),
    http.post(`${origin}/api/v3/oauth/token`, ({ request }) => {
      if (new URL(request.url).searchParams.get('grant_type') !== 'client_credentials') return empty(400);
      return answerClient(sessions.signInClient('legacy', ...readBasic(request)));
    }),
  ];
}

function answerClient(token: string | null): Response {
  if (token === null) return empty(401);
  return json({ access_token: token, token_type: 'bearer', expires_in: clientTokenSeconds });
}

function empty(status: number): Response {
  return new HttpResponse(null, { status });
}

function readBasic(request: Request): [user: string, password: string] {
  const encoded = /^Basic (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  if (encoded === undefined) return ['', ''];
  try {
    const text = new TextDecoder().decode(Uint8Array.from(atob(encoded), letter => letter.charCodeAt(0)));
    const colon = text.indexOf(':');
    return [text.slice(0, colon), text.slice(colon + 1)];
  } catch {
    return ['', ''];
  }
}
