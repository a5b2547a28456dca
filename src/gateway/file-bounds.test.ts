import { connect, type Socket } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { writeRequest } from './test-kit/refused-requests.ts';
import { askPlum, runPlum } from './test-kit/run-plum.ts';
import { answerJson } from './test-kit/start-vendor.ts';

const world = runPlum();
const ask = (path: string) => askPlum(world, path);
const zip = { 'content-type': 'application/zip' };
const call = (path: string) => world.casefold.call(`/api/c/plum-1${path}`);

async function sizeOf(response: Response): Promise<number> {
  return (await response.arrayBuffer()).byteLength;
}

/** Whatever came before, nobody can take it for the whole file. */
async function expectBrokenOff(path: string): Promise<void> {
  const response = await call(path);
  if (response.ok) await expect(response.arrayBuffer()).rejects.toThrow(TypeError);
  else expect(response.headers.get('content-type')).toBe('application/problem+json');
}

describe('a file beyond its bounds', () => {
  test('is refused before it begins where its length is said', async () => {
    world.vendor.answer = outgoing => {
      outgoing.writeHead(200, { ...zip, 'content-length': '100001' });
      outgoing.end(Buffer.alloc(100_001));
    };
    const answered = await ask('/v1/small-bytes');
    expect(JSON.parse(answered.text)).toMatchObject({ code: 'too-large', facts: { limit: '100000' } });
  });

  test('up to the last byte passes', async () => {
    world.vendor.answer = outgoing => {
      outgoing.writeHead(200, zip);
      outgoing.end(Buffer.alloc(100_000));
    };
    expect(await sizeOf(await call('/v1/small-bytes'))).toBe(100_000);
  });

  test('breaks off where its length is not said, and the vendor is told', async () => {
    const closed = vi.fn();
    world.vendor.answer = outgoing => {
      outgoing.on('close', closed);
      outgoing.writeHead(200, zip);
      const write = () => {
        while (!outgoing.destroyed && outgoing.write(Buffer.alloc(50_000)));
      };
      outgoing.on('drain', write);
      write();
    };
    await expectBrokenOff('/v1/small-bytes');
    await vi.waitUntil(() => closed.mock.calls.length > 0);
  });

  // T68
  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('is counted unpacked: %s', async (encoding, compress) => {
    world.vendor.answer = outgoing => {
      outgoing.writeHead(200, { ...zip, 'content-encoding': encoding });
      outgoing.end(compress(Buffer.alloc(8 * 1024 * 1024)));
    };
    await expectBrokenOff('/v1/small-bytes');
  });

  test('of bytes that are not packed as they are said to be is refused', async () => {
    world.vendor.answer = outgoing => {
      outgoing.writeHead(200, { ...zip, 'content-encoding': 'gzip' });
      outgoing.end('not gzip');
    };
    expect(JSON.parse((await ask('/v1/bytes/7')).text)).toMatchObject({ code: 'unreadable' });
  });

  test('that breaks off before it begins is a problem', async () => {
    world.vendor.answer = outgoing => {
      outgoing.writeHead(200, zip);
      outgoing.flushHeaders();
      setTimeout(() => outgoing.destroy(), 10);
    };
    expect(JSON.parse((await ask('/v1/bytes/7')).text)).toMatchObject({ code: 'connection-reset' });
  });

  test('packed twice or in an unknown way is refused', async () => {
    for (const encoding of ['gzip, gzip', 'zstd']) {
      world.vendor.answer = outgoing => {
        outgoing.writeHead(200, { ...zip, 'content-encoding': encoding });
        outgoing.end(gzipSync(gzipSync('x')));
      };
      expect(JSON.parse((await ask('/v1/bytes/7')).text)).toMatchObject({ code: 'unreadable' });
    }
  });

  test('of bytes that cannot be unpacked breaks off', async () => {
    world.vendor.answer = outgoing => {
      outgoing.writeHead(200, { ...zip, 'content-encoding': 'gzip' });
      outgoing.end(gzipSync(Buffer.alloc(1_000_000)).subarray(0, 500));
    };
    await expectBrokenOff('/v1/bytes/7');
  });

  test('shorter than was said breaks off', async () => {
    world.vendor.answer = outgoing => {
      outgoing.writeHead(200, { ...zip, 'content-length': '90000' });
      outgoing.write(Buffer.alloc(50_000), () => outgoing.destroy());
    };
    await expectBrokenOff('/v1/bytes/7');
  });

  test('without its length that breaks off is broken off here too', async () => {
    world.vendor.answer = outgoing => {
      outgoing.writeHead(200, zip);
      outgoing.write(Buffer.alloc(50_000), () => setTimeout(() => outgoing.destroy(), 20));
    };
    await expectBrokenOff('/v1/bytes/7');
  });
});

// T69
describe('the time that a file has', () => {
  test('is until it begins', async () => {
    world.vendor.answer = () => undefined;
    expect(JSON.parse((await ask('/v1/slow-bytes')).text)).toMatchObject({ code: 'timeout' });
  });

  test('is until the next piece of it', async () => {
    world.vendor.answer = outgoing => {
      outgoing.writeHead(200, zip);
      outgoing.write('begun');
    };
    await expectBrokenOff('/v1/slow-bytes');
  });

  test('begins anew with every piece', async () => {
    let pieces = 8;
    world.vendor.answer = outgoing => {
      outgoing.writeHead(200, zip);
      const next = () => {
        pieces -= 1;
        if (pieces < 0) outgoing.end();
        else outgoing.write('piece', () => setTimeout(next, 40));
      };
      next();
    };
    expect(await sizeOf(await call('/v1/slow-bytes'))).toBe(40);
  });
});

describe('who leaves in the middle of it', () => {
  function hang() {
    const left = vi.fn();
    world.vendor.answer = outgoing => {
      outgoing.on('close', left);
      outgoing.writeHead(200, zip);
      outgoing.write('begun');
    };
    return left;
  }

  /** Resolves once the file has begun to come. */
  async function begin(): Promise<Socket> {
    const socket = connect(world.casefold.port, '127.0.0.1');
    socket.write(writeRequest(world, { path: '/api/c/plum-1/v1/bytes/7' }));
    await new Promise(resolve => socket.once('data', resolve));
    return socket;
  }

  test('breaks it off at the vendor', async () => {
    const left = hang();
    (await begin()).destroy();
    await vi.waitUntil(() => left.mock.calls.length > 0);
  });

  test('gives back the place in line, which is held until then', async () => {
    const left = hang();
    const sockets = await Promise.all([begin(), begin(), begin(), begin()]);
    world.vendor.answer = answerJson([]);
    const fifth = call('/v1/cases/newest');
    // Answered by Casefold alone, after the fifth has come to it.
    await call('/v1/unlisted');
    expect(world.vendor.seen).toHaveLength(4);
    sockets[0]?.destroy();
    expect((await fifth).status).toBe(200);
    expect(world.vendor.seen).toHaveLength(5);
    for (const socket of sockets) socket.destroy();
    await vi.waitUntil(() => left.mock.calls.length === 4);
  });
});
