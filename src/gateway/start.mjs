import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/** `npm start`: builds what is missing or older than its sources, then serves app and gateway from one process. */
const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json'];

function newestMs(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map(name => newestMs(join(path, name))));
}

function isCurrent(file) {
  return existsSync(file) && statSync(file).mtimeMs > Math.max(...sources.filter(existsSync).map(newestMs));
}

if (!isCurrent('dist/app/index.html')) await build({ logLevel: 'error' });
if (!isCurrent('dist/server/serve.js')) await build({ logLevel: 'error', build: { ssr: true } });
await import('../../dist/server/serve.js');
