import { pipeline as pipelineTo, type Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { GatewayProblem } from './gateway-problem.ts';
import type { Bytes } from './read-bytes.ts';

const decoders: Readonly<Record<string, (() => Transform) | null>> = {
  '': null,
  identity: null,
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
};

/** Reads a body, decompressed, and stops as soon as more came out than `maxBytes`: small bombs unpack to gigabytes. */
export async function readDecoded(body: Readable, contentEncoding: string, maxBytes: number): Promise<Bytes> {
  const createDecoder = decoderOf(body, contentEncoding);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const collect = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) {
      size += chunk.byteLength;
      if (size > maxBytes) throw new RangeError('too large');
      chunks.push(chunk);
    }
  };
  try {
    if (createDecoder === null) await pipeline(body, collect);
    else await pipeline(body, createDecoder(), collect);
  } catch (error) {
    // What stopped the others may be told instead of why they were stopped.
    throw size > maxBytes ? tooLarge(maxBytes) : error;
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/** A body as it comes, decompressed as fast as it is taken and no faster. `explain` says what an error means. */
export function streamDecoded(
  body: Readable,
  contentEncoding: string,
  explain: (error: unknown) => unknown,
): ReadableStream<Bytes> {
  const createDecoder = decoderOf(body, contentEncoding);
  // What went wrong is told to whoever reads the last of the chain.
  const decoded = createDecoder === null ? body : pipelineTo(body, createDecoder(), () => undefined);
  const pieces: AsyncIterator<Bytes> = decoded[Symbol.asyncIterator]();
  // Not Readable.toWeb: on Node 20 what comes after a cancel ends the process.
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        try {
          const { done, value } = await pieces.next();
          if (done === true) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          throw explain(error);
        }
      },
      cancel() {
        dropBody(decoded);
        dropBody(body);
      },
    },
    { highWaterMark: 0 },
  );
}

/** null: the bytes are as they are. */
function decoderOf(body: Readable, contentEncoding: string): (() => Transform) | null {
  const encoding = contentEncoding.trim().toLowerCase();
  const createDecoder = Object.hasOwn(decoders, encoding) ? decoders[encoding] : undefined;
  if (createDecoder !== undefined) return createDecoder;
  dropBody(body);
  throw new GatewayProblem('unreadable', 'The answer is compressed in a way that was not asked for.');
}

/** Lets go of a body that nobody will read. undici tells a destroyed body as an error, which nobody else would hear. */
export function dropBody(body: Readable): void {
  body.on('error', () => undefined);
  body.destroy();
}

function tooLarge(maxBytes: number): GatewayProblem {
  return new GatewayProblem('too-large', 'The answer is larger than Casefold takes. It was dropped.', {
    facts: { limit: String(maxBytes) },
  });
}
