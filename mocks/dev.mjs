import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** `npm run dev`: the simulated vendors over HTTP, and Vite with hot reload and the gateway in front of them. */
const environment = { CASEFOLD_CONNECTIONS: './connections.local.json', ...process.env };
const children = [];

function start(command, onLine) {
  const child = spawn(process.execPath, command, { env: environment, stdio: ['inherit', 'pipe', 'inherit'] });
  child.stdout.on('data', chunk => {
    process.stdout.write(chunk);
    onLine?.(String(chunk));
  });
  child.on('exit', code => end(code ?? 0));
  children.push(child);
}

function end(code) {
  for (const child of children) child.kill('SIGTERM');
  process.exitCode = code;
}

let isViteStarted = false;
start([fileURLToPath(new URL('./serve-start.mjs', import.meta.url))], line => {
  if (isViteStarted || !/^Simulators: .* ready/m.test(line)) return;
  isViteStarted = true;
  start([fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url))]);
});
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => end(0));
