import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';

export type LiveCasefold = {
  /** With the launch token in its fragment. */
  url: string;
  origin: string;
  /** Of the first simulated vendor; the control routes answer on any of them. */
  mocksOrigin: string;
  /** Settings and secrets with which each simulated vendor is reached. */
  connections: readonly DeclaredConnection[];
  /** Ends Casefold and starts it anew at the same address, with another token. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

type Fixtures = {
  /** What the browser may complain about in this test; anything else on the console fails it. */
  expectedComplaints: RegExp[];
  quietConsole: undefined;
};
type WorkerFixtures = { demoOrigin: string };

function startProcess(
  args: string[],
  environment: Record<string, string>,
  ready: RegExp,
): Promise<{ child: ChildProcess; line: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const hear = (chunk: Buffer) => {
      said += String(chunk);
      const match = ready.exec(said);
      if (match !== null) resolve({ child, line: match[1] ?? match[0] });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', code => reject(new Error(`${args.join(' ')} ended with ${code}:\n${said}`)));
  });
}

function stopProcess(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    child.removeAllListeners('exit');
    child.on('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

let nextPort = 0;

/** A block of ports for each start, apart from those of other processes, and below the ports a system hands out. */
function takePorts(): number {
  nextPort += 1;
  return 10_000 + (process.pid % 220) * 100 + (nextPort % 10) * 10;
}

export type DeclaredConnection = {
  id: string;
  vendor: string;
  name: string;
  settings: Record<string, string>;
  secrets: Record<string, string>;
};

/** Everything is kept, so that what is shown can be counted against what the simulated vendors have. */
function keepAll(file: string): DeclaredConnection[] {
  const { connections } = JSON.parse(readFileSync(file, 'utf8')) as { connections: DeclaredConnection[] };
  const kept = connections.map(connection => ({ ...connection, keep: 'all' }));
  writeFileSync(file, JSON.stringify({ connections: kept }));
  return connections;
}

function startServer(environment: Record<string, string>) {
  return startProcess(['dist/server/serve.js'], environment, /^Casefold: (\S+)$/m);
}

/**
 * The live product against the simulated vendors of a scenario, all over HTTP on this machine. Without `isDeclared` it
 * starts without connections: they are to be added on screen.
 */
export async function startLive(scenario: string, { isDeclared = true } = {}): Promise<LiveCasefold> {
  const folder = mkdtempSync(join(tmpdir(), 'casefold-e2e-'));
  const file = join(folder, 'declared.json');
  const port = takePorts();
  const mocks = await startProcess(
    ['mocks/serve-start.mjs'],
    { SCENARIO: scenario, MOCKS_PORT: String(port), CASEFOLD_CONNECTIONS: file },
    /^Simulators: .* ready$/m,
  );
  const connections = keepAll(file);
  const environment = {
    PORT: String(port + 8),
    CASEFOLD_HOME: folder,
    CASEFOLD_SECRETS: 'memory',
    ...(isDeclared ? { CASEFOLD_CONNECTIONS: file } : {}),
  };
  let server = await startServer(environment).catch(async error => {
    await stopProcess(mocks.child);
    throw error;
  });
  const live: LiveCasefold = {
    url: server.line,
    origin: new URL(server.line).origin,
    mocksOrigin: `http://127.0.0.1:${port}`,
    connections,
    restart: async () => {
      await stopProcess(server.child);
      server = await startServer(environment);
      live.url = server.line;
    },
    stop: async () => {
      await stopProcess(server.child);
      await stopProcess(mocks.child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return live;
}

/** The live product without any connection, as on a first start. */
export async function startEmpty(
  environment: Record<string, string> = {},
): Promise<Pick<LiveCasefold, 'url' | 'origin' | 'stop'>> {
  const folder = mkdtempSync(join(tmpdir(), 'casefold-e2e-'));
  const port = takePorts();
  const server = await startServer({ PORT: String(port), CASEFOLD_HOME: folder, ...environment });
  return {
    url: server.line,
    origin: new URL(server.line).origin,
    stop: async () => {
      await stopProcess(server.child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  demoOrigin: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern
    async ({}, use) => {
      const demo = await startProcess(
        ['dist/server/serve-demo.js'],
        { PORT: String(takePorts() + 9) },
        /^Casefold: (\S+)$/m,
      );
      await use(new URL(demo.line).origin);
      await stopProcess(demo.child);
    },
    { scope: 'worker' },
  ],
  expectedComplaints: [[], { option: true }],
  quietConsole: [
    async ({ page, expectedComplaints }, use) => {
      const complaints: string[] = [];
      page.on('console', message => {
        if (message.type() !== 'error' && message.type() !== 'warning') return;
        const text = message.text();
        if (!expectedComplaints.some(pattern => pattern.test(text))) complaints.push(text);
      });
      page.on('pageerror', error => complaints.push(error.message));
      await use(undefined);
      expect(complaints, 'the console stays quiet').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export function grid(page: Page) {
  return page.getByRole('grid', { name: 'Cases' });
}

/** Waits until the queue holds exactly so many rows under the view. */
export async function expectRows(page: Page, count: number): Promise<void> {
  await expect
    .poll(() => grid(page).getAttribute('aria-rowcount'), { timeout: 45_000, intervals: [20, 50, 100, 250] })
    .toBe(String(count + 1));
}
