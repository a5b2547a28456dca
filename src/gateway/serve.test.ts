import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestFolder } from './test-kit/start-casefold.ts';

let folder: string;
const started: ChildProcess[] = [];
beforeEach(async () => {
  folder = await createTestFolder();
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Casefold</title>');
});
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** The entry as its own process, run from source. */
function start(environment: Record<string, string>): ChildProcess {
  const run = "import('vite').then(({ runnerImport }) => runnerImport('./src/gateway/serve.ts'))";
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, ['-e', run], {
    env: {
      PATH,
      PORT: '0',
      CASEFOLD_APP: folder,
      CASEFOLD_HOME: join(folder, 'home'),
      CASEFOLD_SECRETS: 'memory',
      ...environment,
    },
  });
  started.push(child);
  return child;
}

async function readAll(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = '';
  for await (const chunk of stream ?? []) text += String(chunk);
  return text;
}

test('prints one line when it is ready, and ends cleanly on SIGTERM', async () => {
  const child = start({});
  const output = readAll(child.stdout);
  await once(child.stdout ?? child, 'data');
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect(await output).toMatch(/^Casefold: http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}\n$/);
  expect(code).toBe(0);
});

test('says in one sentence why it cannot start, and exits with 2', async () => {
  const child = start({ CASEFOLD_CONNECTIONS: join(folder, 'none.json') });
  const [output, errors] = await Promise.all([readAll(child.stdout), readAll(child.stderr)]);
  const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode];
  expect(output).toBe('');
  expect(errors).toBe(
    `${join(folder, 'none.json')} is missing: set CASEFOLD_CONNECTIONS to a connections file of yours.\n`,
  );
  expect(code).toBe(2);
});
