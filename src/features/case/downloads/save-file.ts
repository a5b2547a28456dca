import type { ReceivedFile } from '#domain/section.ts';

/** Long enough for a browser that asks its user where to put it. */
const keptMs = 120_000;

/** Hands a file to the browser to keep, never to open. */
export function saveFile({ blob, name }: ReceivedFile): string {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keptMs);
  return name;
}
