import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningServer, startServer } from '../start-server.ts';
import { plum, plumAuthenticator } from './plum.ts';

export type TestCasefold = RunningServer & {
  port: number;
  folder: string;
  logLines: string[];
  /** A call as the page makes it. */
  call(path: string, init?: RequestInit): Promise<Response>;
};

export type TestConnection = {
  id: string;
  settings: Record<string, string>;
  secrets?: Record<string, unknown>;
};

export async function createTestFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'casefold-test-'));
}

async function writeConnections(folder: string, connections: readonly TestConnection[]): Promise<string> {
  const file = join(folder, 'declared.json');
  const declared = connections.map(({ id, settings, secrets = { apiKey: 'canary-key' } }) => ({
    id,
    vendor: 'plum',
    name: `Plum ${id}`,
    settings,
    secrets,
  }));
  await writeFile(file, JSON.stringify({ connections: declared }), { mode: 0o600 });
  return file;
}

/** The whole product on a free port, with a made-up vendor and nothing of this machine's settings. */
export async function startCasefold(
  connections: readonly TestConnection[],
  environment: Record<string, string> = {},
): Promise<TestCasefold> {
  const folder = await createTestFolder();
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Casefold</title>');
  const logLines: string[] = [];
  const server = await startServer({
    appFolder: folder,
    vendors: new Map([['plum', plum]]),
    authenticators: new Map([['plum', plumAuthenticator]]),
    writeLog: line => logLines.push(line),
    environment: {
      PORT: '0',
      CASEFOLD_HOME: join(folder, 'home'),
      CASEFOLD_SECRETS: 'memory',
      CASEFOLD_LOG: '1',
      CASEFOLD_CONNECTIONS: await writeConnections(folder, connections),
      ...environment,
    },
  });
  return {
    ...server,
    port: Number(new URL(server.origin).port),
    folder,
    logLines,
    call: (path, init = {}) => {
      const headers = new Headers({ origin: server.origin, 'x-casefold-token': server.token });
      if (init.body !== undefined) headers.set('content-type', 'application/json');
      for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
      return fetch(server.origin + path, { ...init, headers });
    },
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
