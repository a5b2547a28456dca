import { type Context, Hono } from 'hono';
import type { Authenticator } from '#domain/authenticator.ts';
import type { Vendor } from '#domain/vendor.ts';
import { type Access, refuseForeignHost, refuseForeignOrigin, refuseWithoutToken } from './access.ts';
import { callVendor } from './call-vendor.ts';
import { createConnectionRoutes } from './connection-routes.ts';
import type { ConnectionStore } from './connection-store.ts';
import { GatewayProblem, problemResponse } from './gateway-problem.ts';
import type { RequestLog } from './request-log.ts';
import { apiHeaders } from './security-headers.ts';
import type { Send } from './send.ts';
import { createSessions } from './sessions.ts';

export type GatewayOptions = {
  /** By vendor id. */
  vendors: ReadonlyMap<string, Vendor>;
  /** By vendor id; one for every vendor. */
  authenticators: ReadonlyMap<string, Authenticator>;
  connections: ConnectionStore;
  /** The hop to the vendors: `createNodeSend()` on a machine, a simulator's handlers in the demo and in tests. */
  send: Send;
  /** Epoch ms. Default: the system clock. */
  now?: () => number;
  /** Who may call. null where the caller is in the same process: the demo's page, tests. */
  access: Access | null;
  log?: RequestLog;
};

export type Gateway = { fetch(request: Request): Promise<Response> };

type Variables = { operation: string; requestId: string };

/** The gateway as a web-standard handler for everything under `/api`. Uses nothing that only Node has. */
export function createGateway(options: GatewayOptions): Gateway {
  const { access, log, now = Date.now } = options;
  const sessions = createSessions({ ...options, now });
  const app = new Hono<{ Variables: Variables }>();

  app.use(async (context, next) => {
    const startedAt = now();
    context.set('requestId', createRequestId());
    await next();
    finish(context.res, context.get('requestId'));
    log?.({
      requestId: context.get('requestId'),
      connectionId: context.req.path.startsWith('/api/c/') ? connectionIdOf(context.req.path) : null,
      method: context.req.method,
      operation: context.get('operation') ?? null,
      status: context.res.status,
      code: context.error instanceof GatewayProblem ? context.error.problem.code : null,
      durationMs: now() - startedAt,
    });
  });

  if (access !== null) {
    app.use(async (context, next) => {
      refuseForeignHost(context.req.raw.headers, access);
      refuseForeignOrigin(context.req.method, context.req.raw.headers);
      if (context.req.path !== '/api/health') refuseWithoutToken(context.req.raw.headers, access);
      await next();
    });
  }

  app.get('/api/health', context => context.json({ ok: true }));
  app.route('/api/connections', createConnectionRoutes(sessions));

  app.all('/api/c/*', async context => {
    const { pathname, search } = new URL(context.req.raw.url);
    const id = connectionIdOf(pathname);
    const session = await sessions.open(id ?? '');
    return callVendor(session, context.req.raw, pathname.slice(`/api/c/${id}`.length), search, operation =>
      context.set('operation', operation),
    );
  });

  app.notFound(context => answerProblem(context, new GatewayProblem('not-listed', 'There is nothing here.')));
  app.onError((error, context) => {
    if (error instanceof GatewayProblem) return answerProblem(context, error);
    const isGone = context.req.raw.signal.aborted;
    const title = isGone ? 'The caller left before the answer came.' : 'Casefold itself failed at this call.';
    return answerProblem(context, new GatewayProblem('unavailable', title));
  });

  return { fetch: async request => app.fetch(request) };
}

function answerProblem(context: Context<{ Variables: Variables }>, error: GatewayProblem): Response {
  return problemResponse(error.problem, context.get('requestId'));
}

function finish(response: Response, requestId: string): void {
  for (const [name, value] of Object.entries(apiHeaders)) response.headers.set(name, value);
  response.headers.set('x-request-id', requestId);
}

/** The connection id of `/api/c/{id}/…`; null when it is not one. */
function connectionIdOf(path: string): string | null {
  return /^\/api\/c\/([a-z0-9-]{1,64})(?:\/|$)/.exec(path)?.[1] ?? null;
}

function createRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
