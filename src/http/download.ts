import type { OperationTable } from '#domain/operation.ts';
import type { Problem } from '#domain/problem.ts';
import type { ReceivedFile } from '#domain/section.ts';
import type { AdapterContext, DownloadOptions } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { cleanFileName } from './download-name.ts';
import { readJson } from './read-json.ts';
import { readProblem } from './read-problem.ts';
import { buildRequest, type CallArgs, type ReadVendorError, reached } from './request.ts';

type DownloadArgs = Pick<CallArgs, 'params' | 'query'> & {
  /** What the file is called where the vendor does not say. */
  name: string;
};

export type DownloadFile<Table extends OperationTable> = (
  operation: keyof Table & string,
  args: DownloadArgs,
  options: DownloadOptions,
) => Promise<ReceivedFile>;

const fileType = 'application/octet-stream';
/** How much comes between two words about it. */
const stepBytes = 128 * 1024;

/**
 * Fetches the bytes of a listed operation whose answer is a file, through the gateway, and tells how far it is. Asked
 * once: who pressed for it presses again. A file that breaks off is an error and never half a file.
 */
export function createDownload<Table extends OperationTable>(
  context: AdapterContext,
  operations: Table,
  readVendorError: ReadVendorError,
): DownloadFile<Table> {
  return (name, args, { signal, onProgress }) =>
    reached(signal, async () => {
      const operation = operations[name];
      if (operation === undefined) throw new TypeError(`${name} is not an operation`);
      const response = await context.fetch(buildRequest(context, operation, { ...args, signal }));
      if (!isFile(response)) throw await readFailure(response, readVendorError);
      const blob = await readBlob(response, signal, onProgress);
      const fileName = cleanFileName(nameOf(response) ?? '') || cleanFileName(args.name) || 'download';
      return { blob, name: fileName };
    });
}

/** JSON and problems come under their own types, whatever their status. */
function isFile(response: Response): boolean {
  return response.ok && response.headers.get('content-type') === fileType;
}

async function readFailure(response: Response, readVendorError: ReadVendorError): Promise<VendorError> {
  const type = response.headers.get('content-type') ?? '';
  const body = await readBody(response);
  if (!type.startsWith('application/problem+json')) {
    return response.ok || body === undefined
      ? unreadable(response.status)
      : readVendorError(response.status, body);
  }
  if (body === undefined) return unreadable(response.status);
  const problem = body as Problem;
  // Where a file is asked for, vendors say 'not found' in plain words or with a page: the status means what it says.
  const { vendorStatus } = problem;
  const isRefusal = problem.code === 'not-the-api' || problem.code === 'unreadable';
  return isRefusal && vendorStatus !== undefined && vendorStatus >= 400 && vendorStatus < 500
    ? readVendorError(vendorStatus, null)
    : readProblem(problem);
}

/** undefined: not JSON. */
async function readBody(response: Response): Promise<unknown> {
  try {
    return readJson(await response.text());
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Passes through to a blob, so that the browser may put on disk what is too large to hold. */
async function readBlob(
  response: Response,
  signal: AbortSignal,
  onProgress: DownloadOptions['onProgress'],
): Promise<Blob> {
  const length = response.headers.get('content-length');
  const total = length === null ? null : Number(length);
  let received = 0;
  let told = 0;
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      controller.enqueue(piece);
      received += piece.byteLength;
      if (received - told < stepBytes) return;
      told = received;
      onProgress(received, total);
    },
  });
  // Never the vendor's type: a browser must not open it as a page.
  const headers = { 'content-type': fileType };
  let blob: Blob;
  try {
    blob = await new Response(response.body?.pipeThrough(counter, { signal }) ?? null, { headers }).blob();
  } catch (error) {
    signal.throwIfAborted();
    throw brokenOff(error);
  }
  if (total !== null && received !== total) throw brokenOff(`${received} of ${total} bytes`);
  if (received !== told) onProgress(received, total);
  return blob;
}

function brokenOff(cause: unknown): VendorError {
  return new VendorError({
    code: 'unavailable',
    reason: 'broken-off',
    message: 'The file broke off before it was whole.',
    retryable: true,
    raw: String(cause),
  });
}

function unreadable(status: number): VendorError {
  return new VendorError({
    code: 'unreadable',
    reason: 'unreadable',
    message: 'What came was not a file.',
    retryable: true,
    status,
  });
}

/** The gateway writes the name in the one encoded form: `attachment; filename*=UTF-8''name`. */
function nameOf(response: Response): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  if (encoded === undefined) return null;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}
