import { toPlainWords } from '#http/judge-write.ts';

/**
 * An alert has one note and no comments. Words are added to it below what stands there, each under its time:
 *
 *     [2026-11-22 08:04:10 UTC]
 *     Looked at, seems real.
 */
const heading = /(?<=^|\n)\[(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) UTC\]\n/g;
const between = '\n\n';

export function appendEntry(note: string, text: string, at: number): string {
  const [day, time] = new Date(at).toISOString().split('T');
  const entry = `[${day} ${time?.slice(0, 8)} UTC]\n${text}`;
  return note.trim() === '' ? entry : `${note}${between}${entry}`;
}

/**
 * These words as they stand in a note under a time that is not before `since`; null: they do not. What somebody wrote
 * below them by hand does not matter.
 */
export function findEntry(note: string, text: string, since: number): string | null {
  // Times are told to the second.
  const second = Math.floor(since / 1000) * 1000;
  for (const { 0: line, 1: day, 2: time, index } of note.matchAll(heading)) {
    if (Date.parse(`${day}T${time}Z`) < second) continue;
    const rest = note.slice(index + line.length);
    if (isFirst(rest, text)) return text;
    const plain = toPlainWords(text);
    if (isFirst(toPlainWords(rest), plain)) return plain;
  }
  return null;
}

function isFirst(rest: string, text: string): boolean {
  return rest.startsWith(text) && (rest.length === text.length || /[\r\n]/.test(rest[text.length] ?? ''));
}
