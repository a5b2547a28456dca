import { HttpResponse, http, type RequestHandler } from 'msw';
import { forbidden, unauthorized } from './answers.ts';
import { clientId, clientPassword, customerId, type GtaState, tokenLifeMs } from './state.ts';

/** `POST /iroh/oauth2/token` of the token host, and `GET /auth/api-clients/me` of the app host. */
export function accessHandlers(origin: string, state: GtaState): RequestHandler[] {
  return [
    http.post(`${origin}/iroh/oauth2/token`, async ({ request }) => {
      const given = await readClient(request);
      if (given.grantType !== 'client_credentials')
        return tokenError('unsupported_grant_type', 'grant_type must be client_credentials');
      // 400, not 401: the vendor's own example.
      if (given.id !== clientId || given.password !== clientPassword)
        return tokenError('invalid_client', 'unknown client');
      return HttpResponse.json({
        access_token: state.issueToken(),
        // Lower case here, and refused in lower case by the API.
        token_type: 'bearer',
        expires_in: tokenLifeMs / 1000,
        scope: 'casebook',
      });
    }),
    http.get(
      `${origin}/auth/api-clients/me`,
      ({ request }) => refuseStranger(request, state) ?? HttpResponse.json({ identity: { customerId } }),
    ),
  ];
}

/** Null when the request carries a good token (and names our customer, where it names one). */
export function refuseStranger(request: Request, state: GtaState, customer?: unknown): Response | null {
  const header = request.headers.get('authorization');
  if (header === null) return unauthorized('authorization is missing');
  const token = /^Bearer (\S+)$/.exec(header)?.[1];
  if (token === undefined) return unauthorized('authorization must be of type Bearer');
  if (!state.isTokenGood(token)) return unauthorized('token is unknown or expired');
  if (customer !== undefined && customer !== customerId) return forbidden('not your customer');
  return null;
}

async function readClient(request: Request) {
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('application/json')) {
    const body: unknown = await request.json().catch(() => null);
    const given = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
    return { id: given['client_id'], password: given['client_password'], grantType: given['grant_type'] };
  }
  const form = new URLSearchParams(await request.text());
  const basic = /^Basic (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  const [id, ...password] = basic === undefined ? [] : decodeBase64(basic).split(':');
  return { id, password: password.join(':'), grantType: form.get('grant_type') };
}

function decodeBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), letter => letter.charCodeAt(0)));
  } catch {
    return '';
  }
}

function tokenError(error: string, description: string): Response {
  return HttpResponse.json(
    {
      error,
      error_description: description,
      error_uri: 'https://tools.ietf.org/html/rfc6749#section-5.2',
    },
    { status: 400 },
  );
}
