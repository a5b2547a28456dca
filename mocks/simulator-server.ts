import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { NoAnswer } from './faults.ts';

export type SimulatorServer = {
  /** Takes connections, unless it does already. */
  open: () => Promise<void>;
  /** Refuses connections: the port is closed and what is under way breaks off. */
  close: () => Promise<void>;
};

/** A web-standard handler on a loopback port. A handler that rejects with NoAnswer has its connection broken. */
export function createSimulatorServer(
  port: number,
  handle: (request: Request) => Promise<Response>,
): SimulatorServer {
  let server: Server | null = null;

  async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const left = new AbortController();
    outgoing.on('close', () => left.abort());
    try {
      const response = await handle(await toRequest(incoming, port, left.signal));
      await write(response, outgoing, incoming.method === 'HEAD');
    } catch (error) {
      if (!(error instanceof NoAnswer) && !left.signal.aborted) console.error(error);
      outgoing.destroy();
    }
  }

  return {
    async open() {
      if (server !== null) return;
      const opened = createServer((incoming, outgoing) => void respond(incoming, outgoing));
      server = opened;
      await new Promise<void>((resolve, reject) => {
        opened.once('error', reject);
        opened.listen(port, '127.0.0.1', resolve);
      });
    },
    async close() {
      const open = server;
      server = null;
      if (open === null) return;
      const closed = new Promise<void>(resolve => open.close(() => resolve()));
      open.closeAllConnections();
      await closed;
    },
  };
}

async function toRequest(incoming: IncomingMessage, port: number, signal: AbortSignal): Promise<Request> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headersDistinct))
    for (const one of value ?? []) headers.append(name, one);
  const method = incoming.method ?? 'GET';
  const hasBody = chunks.length > 0 && method !== 'GET' && method !== 'HEAD';
  // The name it was called by does not matter: the vendor is the one of this port.
  return new Request(new URL(incoming.url ?? '/', `http://127.0.0.1:${port}`), {
    method,
    headers,
    signal,
    ...(hasBody ? { body: new Uint8Array(Buffer.concat(chunks)) } : {}),
  });
}

async function write(response: Response, outgoing: ServerResponse, isHead: boolean): Promise<void> {
  for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
  outgoing.statusCode = response.status;
  // Each chunk is on the wire before the next is read: a body that breaks off has been begun.
  if (response.body !== null && !isHead)
    for await (const chunk of response.body) await new Promise(resolve => outgoing.write(chunk, resolve));
  outgoing.end();
}
