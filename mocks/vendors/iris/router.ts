import { type Answer, fail, notFound, page, preflight, Refusal } from './answer.ts';
import { type Body, isJsonType, parseBody } from './body.ts';
import type { IrisCase, IrisUser } from './records.ts';
import { accessLevel, findCase, type IrisState } from './state.ts';

/**
 * What a route asks of the caller. 'key': any key. 'read', 'full': access to the case of `cid`.
 * 'standard', 'admin': a permission; these answer with a session cookie.
 */
type Guard = 'key' | 'read' | 'full' | 'standard' | 'admin';

export type Call = {
  state: IrisState;
  user: IrisUser;
  /** The case of `cid`; on permission routes the context case. */
  caseId: number;
  params: Record<string, number>;
  /** `{name}` parameters that are text. */
  words: Record<string, string>;
  query: URLSearchParams;
  request: Request;
  isJson: boolean;
  text: string;
  /** The JSON sent. Throws IRIS's HTML 400 when there is none. */
  body: () => Body;
  /** The session cookie came back: IRIS takes the call for one of its own pages. */
  isSession: boolean;
};

export type Route = {
  method: 'GET' | 'POST';
  /** `{id}` matches digits, `{name}` anything without a slash. */
  path: string;
  guard: Guard;
  /** The case is the one in the path, not that of `cid`: `/manage/cases/{id}`. */
  caseInPath?: Extract<Guard, 'read' | 'full'>;
  handle: (call: Call) => Answer | Promise<Answer>;
};

const sessionPrefix = 'casefold-simulated-';

/** Answers a request as IRIS does, from authentication to the last handler. */
export async function answerRequest(state: IrisState, routes: readonly Route[], request: Request) {
  const url = new URL(request.url);
  const isJson = isJsonType(request);
  const matches = routes
    .map(route => ({ route, match: matchPath(route.path, url.pathname) }))
    .filter(entry => entry.match !== null);
  if (url.pathname === '/case' || url.pathname === '/dashboard') return answerPage(state, request, url);
  if (matches.length === 0) return notFound(isJson);
  const found = matches.find(entry => entry.route.method === request.method);
  if (found === undefined) {
    const methods = matches.flatMap(({ route }) => (route.method === 'GET' ? ['HEAD', 'GET'] : ['POST']));
    const allow = [...new Set([...methods, 'OPTIONS'])].join(', ');
    // No header of CORS, not even for a preflight: a browser cannot call IRIS.
    return request.method === 'OPTIONS' ? preflight(allow) : page(405, { allow });
  }
  return answerRoute(state, found.route, found.match ?? {}, request, url, isJson);
}

async function answerRoute(
  state: IrisState,
  route: Route,
  match: Record<string, string>,
  request: Request,
  url: URL,
  isJson: boolean,
): Promise<Answer> {
  const keyUser = findKeyUser(state, request, url);
  if (keyUser === null) return fail('Authentication required', [], 401);
  const sessionUser = findSessionUser(state, request);
  // Permissions come from the session where there is one, not from the key.
  const user = sessionUser ?? keyUser;
  const isPermission = route.guard === 'standard' || route.guard === 'admin';
  const withCookie = (answer: Answer): Answer =>
    isPermission || sessionUser !== null
      ? { ...answer, headers: { ...answer.headers, ...setCookie(user) } }
      : answer;

  if (sessionUser !== null && request.method === 'POST') return withCookie(fail('Invalid CSRF token'));
  if (route.guard === 'admin' && (user.permissions & 2) === 0) {
    return withCookie(fail('Permission denied', [], 403));
  }
  const text = request.method === 'POST' ? await request.clone().text() : '';
  const context = readCaseId(url, text, isJson);
  if (context.isMissing && sessionUser !== null && !isPermission && route.guard !== 'key') {
    return withCookie(fail('Invalid case ID', [], 404));
  }
  const params = Object.fromEntries(
    Object.entries(match)
      .filter(([, value]) => /^\d+$/.test(value))
      .map(([name, value]) => [name, Number(value)]),
  );
  const needed = route.caseInPath ?? (route.guard === 'read' || route.guard === 'full' ? route.guard : null);
  const caseId = route.caseInPath === undefined ? context.caseId : (params['id'] ?? 0);
  if (needed !== null && !mayUse(state, user, caseId, needed)) return withCookie(deny(state, user, caseId));
  const call: Call = {
    state,
    user,
    caseId,
    params,
    words: match,
    query: url.searchParams,
    request,
    isJson,
    text,
    body: () => withoutContextCid(parseBody(text, isJson), context.isFromBody),
    isSession: sessionUser !== null,
  };
  try {
    return withCookie(await route.handle(call));
  } catch (error) {
    if (error instanceof Refusal) return withCookie(error.answer);
    throw error;
  }
}

/** Pages for people: a bad key is sent to the login page, a good one breaks them. */
function answerPage(state: IrisState, request: Request, url: URL): Answer {
  return findKeyUser(state, request, url) === null ? page(302, { location: '/login' }) : page(500);
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const names: string[] = [];
  const source = pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    return name === 'name' ? '([^/]+)' : '(\\d+)';
  });
  const match = new RegExp(`^${source}$`).exec(path);
  if (match === null) return null;
  return Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]));
}

/** The key with or without 'Bearer', or as `?api_key=`. */
function findKeyUser(state: IrisState, request: Request, url: URL): IrisUser | null {
  const header = request.headers.get('authorization') ?? '';
  const key = header.replace(/^Bearer /, '') || (url.searchParams.get('api_key') ?? '');
  return state.users.find(user => user.key === key && user.isActive) ?? null;
}

function findSessionUser(state: IrisState, request: Request): IrisUser | null {
  const match = new RegExp(`session=${sessionPrefix}(\\d+)`).exec(request.headers.get('cookie') ?? '');
  return match === null ? null : (state.users.find(user => user.id === Number(match[1])) ?? null);
}

function setCookie(user: IrisUser): Record<string, string> {
  return {
    vary: 'Cookie',
    'set-cookie': `session=${sessionPrefix}${user.id}; Secure; HttpOnly; Path=/; SameSite=Lax`,
  };
}

/** `cid` of the query, else of the JSON body; missing, '0' or not a number falls back to case 1 in silence. */
function readCaseId(url: URL, text: string, isJson: boolean) {
  const query = url.searchParams.get('cid');
  if (query !== null) {
    const caseId = /^\d+$/.test(query) ? Number(query) : 0;
    return { caseId: caseId === 0 ? 1 : caseId, isMissing: false, isFromBody: false };
  }
  const fromBody = isJson ? bodyCid(text) : null;
  if (fromBody !== null) return { caseId: fromBody, isMissing: false, isFromBody: true };
  return { caseId: 1, isMissing: true, isFromBody: false };
}

function bodyCid(text: string): number | null {
  try {
    const value = (JSON.parse(text) as { cid?: unknown } | null)?.cid;
    return typeof value === 'number' ? value : null;
  } catch {
    return null;
  }
}

/** IRIS takes `cid` out of the body only where it used it. */
function withoutContextCid(body: Body, isUsed: boolean): Body {
  if (!isUsed) return body;
  const { cid: _, ...rest } = body;
  return rest;
}

function mayUse(state: IrisState, user: IrisUser, caseId: number, needed: 'read' | 'full'): boolean {
  const level = accessLevel(state, user, caseId);
  return needed === 'read' ? level === 2 || level === 4 : level === 4;
}

/** A case that is not there and one that may not be seen look alike. */
function deny(state: IrisState, user: IrisUser, caseId: number): Answer {
  return fail('Permission denied', { user_id: user.id, case_id: caseId, error_uuid: state.uuid() }, 403);
}

export function caseOf(call: Call): IrisCase {
  return findCase(call.state, call.caseId);
}
