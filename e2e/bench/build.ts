import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

export const builtApp = resolve('dist/bench/app');
export const builtServer = resolve('dist/bench/server');

/** Builds app and gateway as `npm run build` does, beside what stands in dist. Answers the seconds it took. */
export function buildForBench(): number {
  const startedAt = performance.now();
  for (const args of [
    ['--outDir', builtApp],
    ['--ssr', '--outDir', builtServer],
  ]) {
    const vite = ['node_modules/vite/bin/vite.js', 'build', '--emptyOutDir', '--logLevel', 'error', ...args];
    const { status } = spawnSync(process.execPath, vite, { stdio: 'inherit' });
    if (status !== 0) throw new Error('The build failed.');
  }
  return (performance.now() - startedAt) / 1000;
}

/** kB of gzip: what the page runs before it draws, and the engine that it starts in a worker. */
export function weighScripts(): { initialKb: number; engineKb: number } {
  const page = readFileSync(resolve(builtApp, 'index.html'), 'utf8');
  const [entry] = /\/assets\/[\w.-]+\.js/.exec(page) ?? [];
  if (entry === undefined) throw new Error('The built page starts no script.');
  const scripts = withStaticImports(resolve(builtApp, `.${entry}`));
  const texts = [...scripts].map(path => readFileSync(path, 'utf8'));
  const [worker] = texts.flatMap(text => /assets\/worker-[\w-]+\.js/.exec(text) ?? []);
  if (worker === undefined) throw new Error('The built page starts no engine.');
  return {
    initialKb: texts.reduce((kb, text) => kb + weigh(text), 0),
    engineKb: weigh(readFileSync(resolve(builtApp, worker), 'utf8')),
  };
}

/** A script and everything it imports by `import … from` before it runs, not by `import()`. */
function withStaticImports(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const [, name] of readFileSync(path, 'utf8').matchAll(
    /(?:from|import)\s*["'](\.{1,2}\/[\w./-]+\.js)["']/g,
  )) {
    if (name !== undefined) withStaticImports(resolve(dirname(path), name), found);
  }
  return found;
}

function weigh(text: string): number {
  return gzipSync(text, { level: 9 }).byteLength / 1000;
}
