import { cleanFileName } from '#http/download-name.ts';

/** `attachment; filename*=UTF-8''…`: in the one encoded form, so that no name can end the header or begin another. */
export function attachmentHeader(contentDisposition: string | null): string {
  const name = cleanFileName(fileNameOf(contentDisposition ?? '') ?? '');
  return name === '' ? 'attachment' : `attachment; filename*=UTF-8''${encodeValue(name)}`;
}

/** Is this answer meant to be kept as a file, in the vendor's own words? */
export function isAttachment(contentDisposition: string | null): boolean {
  return /^\s*attachment\s*(;|$)/i.test(contentDisposition ?? '');
}

/** The name in any form that is in use (RFC 6266, RFC 5987, bare words, raw UTF-8); null when there is none. */
function fileNameOf(header: string): string | null {
  const parameters = readParameters(header);
  const extended = parameters.get('filename*');
  const decoded = extended === undefined ? null : decodeExtended(extended);
  return decoded ?? (parameters.has('filename') ? readPlain(parameters.get('filename') ?? '') : null);
}

// A value in quotes may hold semicolons, and quotes behind a backslash.
const parameter = /;\s*([\w-]+\*?)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;]*))/g;

/** The first of each name counts. */
function readParameters(header: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', quoted, bare = ''] of header.matchAll(parameter)) {
    const key = name.toLowerCase();
    if (!found.has(key))
      found.set(key, quoted === undefined ? bare.trim() : quoted.replace(/\\(["\\])/g, '$1'));
  }
  return found;
}

/** `UTF-8'en'na%C3%AFve.txt`; null when it is not what it says. */
function decodeExtended(value: string): string | null {
  const match = /^(utf-8|iso-8859-1)'[\w-]*'(.*)$/i.exec(value);
  if (match === null) return null;
  const [, charset = '', text = ''] = match;
  try {
    return charset.toLowerCase() === 'utf-8'
      ? decodeURIComponent(text)
      : text.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  } catch {
    return null;
  }
}

/** A plain name is Latin-1 by the book; where its bytes are proper UTF-8 that was meant, and %-escapes too. */
function readPlain(value: string): string {
  const text = asUtf8(value) ?? value;
  if (!/%[0-9a-f]{2}/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function asUtf8(value: string): string | null {
  if (!/^[\0-\xff]*$/.test(value)) return null;
  try {
    const bytes = Uint8Array.from(value, character => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** RFC 5987 leaves fewer characters bare than encodeURIComponent does. */
function encodeValue(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
