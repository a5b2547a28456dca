import type { ServerResponse } from 'node:http';

/**
 * Writes an answer as its body comes, no faster than it is taken. Where the body breaks off so does the connection:
 * whoever reads it must not take what came for the whole.
 */
export async function sendFile(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  const reader = response.body?.getReader();
  outgoing.once('close', () => void reader?.cancel().catch(() => undefined));
  try {
    for (;;) {
      const step = await reader?.read();
      if (step === undefined || step.done) break;
      if (!outgoing.write(step.value)) await untilTaken(outgoing);
    }
    outgoing.end();
  } catch {
    outgoing.destroy();
  }
}

/** Resolves when there is room for more, or nobody there any more. */
function untilTaken(outgoing: ServerResponse): Promise<void> {
  return new Promise(resolve => {
    const go = () => {
      outgoing.off('drain', go).off('close', go);
      resolve();
    };
    outgoing.on('drain', go).on('close', go);
  });
}
