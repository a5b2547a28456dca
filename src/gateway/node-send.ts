import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, type Dispatcher } from 'undici';
import { readCertificateFacts } from './certificate-facts.ts';
import { createConnector, judgeLookup } from './connector.ts';
import { GatewayProblem } from './gateway-problem.ts';
import { createAddressJudge } from './judge-address.ts';
import { networkProblem } from './network-problem.ts';
import { dropBody, readDecoded, streamDecoded } from './read-decoded.ts';
import type { Hop, Send } from './send.ts';
import { readTrust, trustKey } from './trust.ts';

export type NodeSendOptions = { connectTimeoutMs?: number; lookup?: LookupFunction };

export type NodeSend = { send: Send; close(): Promise<void> };

/** Headers of an answer that anybody here reads. No other gets as far as a Response. */
const readHeaders = ['content-type', 'content-disposition', 'retry-after', 'location'] as const;
const bodilessStatuses = new Set([204, 205, 304]);

/** The outgoing hop by undici's own request: no redirects, no cookies, pooled sockets, judged addresses. */
export function createNodeSend(options: NodeSendOptions = {}): NodeSend {
  const { connectTimeoutMs = 5_000, lookup = systemLookup } = options;
  const agents = new Map<string, Agent>();

  async function agentFor(hop: Hop): Promise<Agent> {
    const { connection, isPrivateAllowed } = hop;
    const key = `${isPrivateAllowed} ${await trustKey(connection)}`;
    const known = agents.get(key);
    if (known !== undefined) return known;
    const trust = await readTrust(connection);
    const agent =
      agents.get(key) ??
      new Agent({
        connect: createConnector({
          trust,
          judge: createAddressJudge(isPrivateAllowed),
          connectTimeoutMs,
          lookup,
        }),
        connections: 16,
        pipelining: 1,
        keepAliveTimeout: 10_000,
        maxHeaderSize: 16 * 1024,
      });
    agents.set(key, agent);
    return agent;
  }

  const send: Send = async (request, hop) => {
    const url = new URL(request.url);
    const explain = (error: unknown) =>
      request.signal.aborted ? error : (networkProblem(error, url.host) ?? error);
    try {
      const answer = await (await agentFor(hop)).request(await toDispatch(request, url, hop));
      return await toResponse(answer, hop, explain);
    } catch (error) {
      if (request.signal.aborted || error instanceof GatewayProblem) throw error;
      const problem = networkProblem(error, url.host);
      if (problem === null) throw error;
      throw problem.problem.code.startsWith('tls-')
        ? await withCertificate(problem, url, hop, lookup)
        : problem;
    }
  };

  return {
    send,
    async close() {
      await Promise.all([...agents.values()].map(agent => agent.destroy()));
      agents.clear();
    },
  };
}

async function toDispatch(request: Request, url: URL, hop: Hop): Promise<Dispatcher.RequestOptions> {
  // Uncompressed a file comes with its length, and most are compressed already.
  const encodings = hop.answer === 'file' ? 'identity' : 'gzip, br';
  const headers: Record<string, string> = { 'accept-encoding': encodings, 'user-agent': 'casefold' };
  for (const [name, value] of request.headers) headers[name] = value;
  const hasBody = request.method !== 'GET' && request.body !== null;
  return {
    origin: url.origin,
    path: url.pathname + url.search,
    method: request.method,
    headers,
    signal: request.signal,
    body: hasBody ? new Uint8Array(await request.arrayBuffer()) : null,
  };
}

async function toResponse(
  answer: Dispatcher.ResponseData,
  hop: Hop,
  explain: (error: unknown) => unknown,
): Promise<Response> {
  const { statusCode: status, headers, body } = answer;
  const kept = new Headers();
  for (const name of readHeaders) {
    const value = headers[name];
    if (typeof value === 'string') kept.set(name, value);
  }
  if (status < 200 || status > 599) {
    dropBody(body);
    throw new GatewayProblem('unreadable', 'The answer has a status that HTTP does not know.');
  }
  const isRedirect = status >= 300 && status < 400;
  if (isRedirect || bodilessStatuses.has(status) || status === 429 || status === 503) {
    body.dump().catch(() => undefined);
    return new Response(null, { status, headers: kept });
  }
  const encoding = String(headers['content-encoding'] ?? '');
  if (hop.answer === 'file' && status < 300) {
    const length = headers['content-length'];
    if (encoding === '' && typeof length === 'string') kept.set('content-length', length);
    return new Response(streamDecoded(body, encoding, explain), { status, headers: kept });
  }
  const bytes = await readDecoded(body, encoding, hop.maxResponseBytes);
  return new Response(bytes, { status, headers: kept });
}

async function withCertificate(
  { problem }: GatewayProblem,
  url: URL,
  hop: Hop,
  lookup: LookupFunction,
): Promise<GatewayProblem> {
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const judge = createAddressJudge(hop.isPrivateAllowed);
  const isRefused = isIP(hostname) !== 0 && !judge(hostname, hostname);
  const port = url.port === '' ? 443 : Number(url.port);
  const found = isRefused ? {} : await readCertificateFacts(hostname, port, judgeLookup(lookup, judge));
  return new GatewayProblem(problem.code, problem.title, { facts: { ...problem.facts, ...found } });
}
