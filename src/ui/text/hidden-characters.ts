const names: ReadonlyMap<number, string> = new Map([
  [0x00ad, 'SHY'],
  [0x061c, 'ALM'],
  [0x180e, 'MVS'],
  [0x200b, 'ZWSP'],
  [0x200c, 'ZWNJ'],
  [0x200d, 'ZWJ'],
  [0x200e, 'LRM'],
  [0x200f, 'RLM'],
  [0x2028, 'LS'],
  [0x2029, 'PS'],
  [0x202a, 'LRE'],
  [0x202b, 'RLE'],
  [0x202c, 'PDF'],
  [0x202d, 'LRO'],
  [0x202e, 'RLO'],
  [0x2060, 'WJ'],
  [0x2066, 'LRI'],
  [0x2067, 'RLI'],
  [0x2068, 'FSI'],
  [0x2069, 'PDI'],
  [0xfeff, 'BOM'],
]);

// Characters that turn the reading direction, hide, or show nothing; and control characters but tab and line ends.
const hidden = /\p{Default_Ignorable_Code_Point}|[\u2028-\u202e\ufff9-\ufffb]|[^\P{Cc}\t\n\r]/gu;

export type TextPart = { kind: 'plain' | 'hidden'; text: string };

function tokenOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `[${names.get(code) ?? `U+${code.toString(16).toUpperCase().padStart(4, '0')}`}]`;
}

// A family emoji is several joined by U+200D, and U+FE0F asks for the coloured form: both are seen.
function isPartOfEmoji(text: string, at: number, character: string): boolean {
  const before = text.slice(Math.max(0, at - 4), at);
  if (character === '\ufe0f') return /[\p{Extended_Pictographic}\d#*]$/u.test(before);
  if (character !== '\u200d') return false;
  return (
    /\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?$/u.test(before) &&
    /^\p{Extended_Pictographic}/u.test(text.slice(at + 1, at + 3))
  );
}

/** Splits text into what is seen as it is and what must be made visible ('[RLO]', '[U+E0041]'). */
export function splitHidden(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let start = 0;
  for (const match of text.matchAll(hidden)) {
    if (isPartOfEmoji(text, match.index, match[0])) continue;
    if (match.index > start) parts.push({ kind: 'plain', text: text.slice(start, match.index) });
    parts.push({ kind: 'hidden', text: tokenOf(match[0]) });
    start = match.index + match[0].length;
  }
  if (start < text.length) parts.push({ kind: 'plain', text: text.slice(start) });
  return parts;
}

/** The same as one string, for titles and accessible names. */
export function showHidden(text: string): string {
  return splitHidden(text)
    .map(part => part.text)
    .join('');
}
