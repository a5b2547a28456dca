import type { OperationTable } from '#domain/operation.ts';
import type { Problem } from '#domain/problem.ts';
import type { ReceivedFile } from '#domain/section.ts';
import type { AdapterContext, DownloadOptions } from '#domain/vendor.ts';
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

/** Fetches the bytes of a listed operation whose answer is a file, through the gateway, and tells how far it is. */
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
      const type = response.headers.get('content-type') ?? '';
      if (type.startsWith('application/problem+json'))
        throw readProblem(readJson(await response.text()) as Problem);
      if (!response.ok) throw readVendorError(response.status, readJson(await response.text()));
      const total = Number(response.headers.get('content-length') ?? Number.NaN);
      const blob = await readBlob(response, received =>
        onProgress(received, Number.isFinite(total) ? total : null),
      );
      return { blob, name: nameOf(response) ?? args.name };
    });
}

async function readBlob(response: Response, onProgress: (received: number) => void): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const step = await reader?.read();
    if (step === undefined || step.done) break;
    parts.push(step.value);
    received += step.value.byteLength;
    onProgress(received);
  }
  // Never the vendor's type: a browser must not open it as a page.
  return new Blob(parts, { type: 'application/octet-stream' });
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
