import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { serve } from '@hono/node-server';
import { createStaticFiles } from './static-files.ts';

/**
 * The demo as any web server would serve it: files, nothing else. Its policy stands in the page itself, because it
 * must also hold where nobody can set headers.
 */
const beside = resolve(import.meta.dirname, '../demo');
const files = await createStaticFiles(existsSync(beside) ? beside : resolve('dist/demo'));
const port = Number(process.env['PORT'] || 4680);

async function answer(request: Request): Promise<Response> {
  const response = await files(request);
  response.headers.delete('content-security-policy');
  return response;
}

const server = serve({ fetch: answer, hostname: '127.0.0.1', port }, () => {
  process.stdout.write(`Casefold: http://127.0.0.1:${port}/\n`);
});
server.on('error', error => {
  const isTaken = 'code' in error && error.code === 'EADDRINUSE';
  process.stderr.write(
    isTaken
      ? `Port ${port} is in use: set PORT to another one.\n`
      : `The demo cannot be served: ${error.message}\n`,
  );
  process.exit(2);
});
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => server.close(() => process.exit(0)));
