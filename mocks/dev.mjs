import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** `npm run dev`: the simulated vendors over HTTP, and Vite with hot reload and the gateway in front of them. */
const environment = {
  CASEFOLD_CONNECTIONS: './connections.local.json',
  // Vite starts itself anew when its configuration or the gateway changes: the open page shall not need a new address.
  CASEFOLD_TOKEN: randomBytes(32).toString('base64url'),
  ...process.env,
};
const children = [];

function start(script, onLine) {
  const child = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url))], {
    env: environment,
    stdio: ['inherit', onLine === undefined ? 'inherit' : 'pipe', 'inherit'],
  });
  if (onLine !== undefined) createInterface({ input: child.stdout }).on('line', onLine);
  child.on('exit', code => end(code ?? 1));
  children.push(child);
}

/** The first reason to end is the one that counts: children that are told to end may answer with codes of their own. */
function end(code) {
  if (process.exitCode !== undefined) return;
  process.exitCode = code;
  for (const child of children) child.kill('SIGTERM');
}

start('./serve-start.mjs', line => {
  console.log(line);
  const isReady = /^Simulators: .* ready$/.test(line);
  if (isReady && process.exitCode === undefined) start('../node_modules/vite/bin/vite.js');
});
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => end(0));
