import { attachmentHeader, isAttachment } from './file-name.ts';
import { GatewayProblem } from './gateway-problem.ts';
import { mediaType } from './media-type.ts';

export type PassFileOptions = { maxResponseBytes: number; isHtmlExpected: boolean };

/**
 * A vendor's file as ours: its bytes and its name, and never its type, so that nothing opens it. A web page where no
 * file of this call would be one is a login page.
 */
export async function passFile(response: Response, options: PassFileOptions): Promise<Response> {
  const { status, headers } = response;
  const disposition = headers.get('content-disposition');
  const type = mediaType(headers.get('content-type'));
  const length = readLength(headers.get('content-length'));
  const problem = refusal();
  if (problem !== null) {
    await response.body?.cancel();
    throw problem;
  }
  return new Response(response.body, {
    status: 200,
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': attachmentHeader(disposition),
      ...(length === null ? {} : { 'content-length': String(length) }),
    },
  });

  function refusal(): GatewayProblem | null {
    if (status === 206) {
      return new GatewayProblem('unreadable', 'The vendor gave a part of the file. It was dropped.', {
        vendorStatus: status,
      });
    }
    const isPage = /^(text\/html|application\/xhtml\+xml)$/.test(type);
    if (isPage && !options.isHtmlExpected && !isAttachment(disposition)) {
      return new GatewayProblem(
        'not-the-api',
        'A web page came in place of the file. A login page, perhaps. It was dropped.',
        { vendorStatus: status, facts: { status: String(status), type } },
      );
    }
    return length !== null && length > options.maxResponseBytes
      ? fileTooLarge(options.maxResponseBytes)
      : null;
  }
}

export function fileTooLarge(maxResponseBytes: number): GatewayProblem {
  const limit = Math.round(maxResponseBytes / 1024 / 1024);
  return new GatewayProblem(
    'too-large',
    limit === 0
      ? 'The file is larger than Casefold takes. It was dropped.'
      : `The file is larger than the ${limit.toLocaleString('en')} MiB that Casefold takes. It was dropped.`,
    { facts: { limit: String(maxResponseBytes) } },
  );
}

/** A `content-length` that is one. */
export function readLength(value: string | null): number | null {
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : null;
}
