import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { appHeaders } from './security-headers.ts';
import { StartError } from './start-error.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** Serves the built app: its files, and its one page for every route of its own. */
export async function createStaticFiles(folder: string): Promise<(request: Request) => Promise<Response>> {
  const root = resolve(folder);
  const page = join(root, 'index.html');
  if ((await fileSize(page)) === null) {
    throw new StartError(`The app is not built, ${page} is missing: run npm run build.`);
  }

  return async request => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return answer(405, null, { allow: 'GET, HEAD' });
    const path = decodePath(new URL(request.url).pathname);
    const file = path === null ? null : resolve(root, `.${path}`);
    if (path === null || file === null || !file.startsWith(root + sep)) {
      return path === '/' ? sendFile(page, request.method) : answer(404, null);
    }
    if ((await fileSize(file)) !== null) return sendFile(file, request.method, path.startsWith('/assets/'));
    const isFileName = path.startsWith('/assets/') || /^\/[^/]*\.\w+$/.test(path);
    return isFileName ? answer(404, null) : sendFile(page, request.method);
  };
}

async function sendFile(file: string, method: string, isImmutable = false): Promise<Response> {
  const bytes = await readFile(file);
  return answer(200, method === 'HEAD' ? null : new Uint8Array(bytes), {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'cache-control': isImmutable ? 'public, max-age=31536000, immutable' : 'no-store',
  });
}

function answer(status: number, body: BodyInit | null, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers: { 'cache-control': 'no-store', ...appHeaders, ...headers } });
}

/** Bytes of a plain file; null when there is none. */
async function fileSize(file: string): Promise<number | null> {
  const found = await stat(file).catch(() => null);
  return found?.isFile() === true ? found.size : null;
}

function decodePath(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? null : decoded;
  } catch {
    return null;
  }
}
