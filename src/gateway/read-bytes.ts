export type Bytes = Uint8Array<ArrayBuffer>;

/** Reads a body up to `maxBytes`, counted as they come; null when there is more. */
export async function readBytes(body: Request | Response, maxBytes: number): Promise<Bytes | null> {
  const declared = Number(body.headers.get('content-length') ?? 0);
  if (declared > maxBytes) {
    await body.body?.cancel();
    return null;
  }
  if (body.body === null) return new Uint8Array();
  const chunks: Bytes[] = [];
  let size = 0;
  const reader = body.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  const [only] = chunks;
  return chunks.length === 1 && only !== undefined ? only : join(chunks, size);
}

function join(chunks: readonly Bytes[], size: number): Bytes {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
