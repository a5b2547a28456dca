import type { Operation } from '#domain/operation.ts';
import { readJson } from '#http/read-json.ts';
import { GatewayProblem } from './gateway-problem.ts';
import { readBytes } from './read-bytes.ts';

const maxRequestBytes = 1024 * 1024;

/** The received JSON, whatever it holds; undefined when there is no body. A body of a GET is left where it is. */
export async function readRequestJson(request: Request): Promise<unknown> {
  if (request.method === 'GET') return undefined;
  const bytes = await readBytes(request, maxRequestBytes);
  if (bytes === null) throw new GatewayProblem('too-large-request', 'What was sent is larger than 1 MiB.');
  if (bytes.byteLength === 0) return undefined;
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new GatewayProblem('body-refused', 'What was sent is not marked as JSON.');
  }
  try {
    return readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new GatewayProblem('body-refused', 'What was sent is not JSON.');
  }
}

/** The body to send to the vendor: what the operation's schema gave back, never the received text. */
export async function readOperationBody(operation: Operation, request: Request): Promise<string | undefined> {
  const received = await readRequestJson(request);
  if (operation.body === undefined || operation.bodyType === 'none') {
    if (received !== undefined) throw new GatewayProblem('body-refused', 'This call takes no body.');
    return undefined;
  }
  const result = await operation.body['~standard'].validate(received);
  if (result.issues !== undefined) {
    throw new GatewayProblem('body-refused', 'What was sent does not have the shape this call takes.');
  }
  return result.value === undefined ? undefined : JSON.stringify(result.value);
}
