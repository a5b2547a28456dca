import { createServer, type Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Access, refuseForeignHost } from './access.ts';
import { createNodeGateway, type NodeGatewayOptions } from './create-node-gateway.ts';
import { GatewayProblem, problemResponse } from './gateway-problem.ts';
import { createTokenCheck, readLaunchToken } from './launch-token.ts';
import { refuseRawRequest } from './refuse-raw-request.ts';
import { apiHeaders } from './security-headers.ts';
import { sendFile } from './send-file.ts';
import { StartError } from './start-error.ts';
import { createStaticFiles } from './static-files.ts';

export type ServerOptions = Omit<NodeGatewayOptions, 'access'> & { appFolder: string };

export type RunningServer = {
  /** With the token: what a person opens. */
  url: string;
  origin: string;
  token: string;
  /** Lets running calls end, for a while. */
  close(): Promise<void>;
};

const loopbackHosts = ['127.0.0.1', '::1', 'localhost'];
const drainMs = 10_000;

/** App and gateway in one process on this machine's own address. Throws StartError before anything listens. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { environment, appFolder } = options;
  const { host, port } = readAddress(environment);
  const token = readLaunchToken(environment);
  const hosts = new Set<string>();
  const access: Access = { isToken: createTokenCheck(token), hosts };
  const files = await createStaticFiles(appFolder);
  const gateway = await createNodeGateway({ ...options, access });

  const answer = async (request: Request): Promise<Response> => {
    if (new URL(request.url).pathname.startsWith('/api/')) return gateway.fetch(request);
    try {
      refuseForeignHost(request.headers, access);
    } catch (error) {
      if (error instanceof GatewayProblem) return withHeaders(problemResponse(error.problem, 'none'));
      throw error;
    }
    return files(request);
  };
  const listener = getRequestListener(async (request, { outgoing }) => {
    const response = await answer(request);
    const isFile = response.headers.get('content-type') === 'application/octet-stream';
    if (!isFile || !(outgoing instanceof ServerResponse)) return response;
    await sendFile(response, outgoing);
    return RESPONSE_ALREADY_SENT;
  });
  const server = createServer(
    { maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 30_000 },
    (incoming, outgoing) => {
      if (!refuseRawRequest(incoming, outgoing)) void listener(incoming, outgoing);
    },
  );
  try {
    await listen(server, host, port);
  } catch (error) {
    await gateway.close();
    throw error;
  }
  const { port: actualPort } = server.address() as AddressInfo;
  for (const name of ['127.0.0.1', 'localhost', '[::1]']) hosts.add(`${name}:${actualPort}`);
  const origin = `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`;
  return {
    origin,
    token,
    url: `${origin}/#token=${token}`,
    async close() {
      await drain(server);
      await gateway.close();
    },
  };
}

function readAddress(environment: NodeJS.ProcessEnv): { host: string; port: number } {
  const host = environment['HOST'] || '127.0.0.1';
  if (!loopbackHosts.includes(host)) {
    throw new StartError(
      `HOST=${host.replace(/[^\w.:-]/g, '?')} would open Casefold to the network, which nothing here guards: set HOST to 127.0.0.1.`,
    );
  }
  const text = environment['PORT'] || '4680';
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new StartError('PORT is not a port number: set PORT to a number up to 65535.');
  }
  return { host, port };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const sentences: Record<string, string> = {
        EADDRINUSE: `Port ${port} is in use: stop what listens there, or set PORT to a free one.`,
        EACCES: `Port ${port} may not be used by you: set PORT to one above 1023.`,
      };
      reject(
        new StartError(
          sentences[error.code ?? ''] ?? `Port ${port} cannot be used (${error.code}): set PORT.`,
        ),
      );
    });
    server.listen(port, host, resolve);
  });
}

function drain(server: Server): Promise<void> {
  return new Promise(resolve => {
    const force = setTimeout(() => server.closeAllConnections(), drainMs);
    // A browser keeps its connections open after the last answer.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(force);
      clearInterval(sweep);
      resolve();
    });
  });
}

function withHeaders(response: Response): Response {
  for (const [name, value] of Object.entries(apiHeaders)) response.headers.set(name, value);
  return response;
}
