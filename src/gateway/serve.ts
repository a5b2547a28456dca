import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { StartError } from './start-error.ts';
import { type RunningServer, startServer } from './start-server.ts';

/** CASEFOLD_APP, or the build beside this file, or the one in the folder Casefold is started from. */
function findApp(): string {
  const given = process.env['CASEFOLD_APP'];
  if (given !== undefined && given !== '') return given;
  const beside = resolve(import.meta.dirname, '../app');
  return existsSync(resolve(beside, 'index.html')) ? beside : resolve('dist/app');
}

function endOnSignal(server: RunningServer): void {
  let isEnding = false;
  const end = () => {
    if (isEnding) process.exit(1);
    isEnding = true;
    void server.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

/** One call that fails in a way nobody foresaw must not end the process under everybody else's. */
function outliveFailures(): void {
  const report = (error: unknown) => {
    const name = error instanceof Error ? error.name : 'Error';
    process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), failure: name })}\n`);
  };
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
}

try {
  const server = await startServer({ environment: process.env, appFolder: findApp() });
  endOnSignal(server);
  outliveFailures();
  process.stdout.write(`Casefold: ${server.url}\n`);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}
