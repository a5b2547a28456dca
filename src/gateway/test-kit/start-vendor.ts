import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';

type SeenRequest = {
  method: string;
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
};

type Answer = (outgoing: ServerResponse, incoming: IncomingMessage, seen: SeenRequest) => void;

export type FakeVendor = {
  origin: string;
  port: number;
  /** Everything that reached it. */
  seen: SeenRequest[];
  /** How it answers from now on. */
  answer: Answer;
  close(): Promise<void>;
};

export function answerJson(value: unknown, status = 200, headers: Record<string, string> = {}) {
  return (outgoing: ServerResponse) => {
    outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
    outgoing.end(JSON.stringify(value));
  };
}

/** A vendor on this machine that does what the test says. With `tls` it speaks https. */
export async function startVendor(tls?: ServerOptions): Promise<FakeVendor> {
  const onRequest = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    let body = '';
    incoming.on('data', chunk => {
      body += String(chunk);
    });
    incoming.on('end', () => {
      const headers = Object.fromEntries(
        Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
      );
      const seen = { method: incoming.method ?? '', url: incoming.url ?? '', headers, body };
      vendor.seen.push(seen);
      vendor.answer(outgoing, incoming, seen);
    });
  };
  const server = tls === undefined ? createHttpServer(onRequest) : createHttpsServer(tls, onRequest);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const vendor: FakeVendor = {
    origin: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    port,
    seen: [],
    answer: answerJson([]),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return vendor;
}
