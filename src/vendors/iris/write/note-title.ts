import { noteTitleLimit } from './limits.ts';

/** IRIS wants a title for a note: its first line that says something, without the signs of Markdown before it. */
export function toNoteTitle(text: string): string {
  for (const line of text.split(/\r\n|\r|\n/)) {
    const words = line.replace(/^[\s#>*+`~=|-]+/, '').trim();
    if (words !== '') return clip(words);
  }
  return 'Note';
}

function clip(words: string): string {
  if (words.length <= noteTitleLimit) return words;
  const kept = words.slice(0, noteTitleLimit - 1);
  // Not through the middle of an emoji.
  return `${/\p{Surrogate}/u.test(kept) ? kept.slice(0, -1) : kept}…`;
}
