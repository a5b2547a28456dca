const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** Plain text as the HTML that Argus takes: nothing in it is a tag. A blank line parts paragraphs. */
export function toHtml(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n[\t ]*\n\s*/)
    .map(paragraph => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * Are these the same words? Argus writes HTML anew as it cleans it: tags, entities and white space come back otherwise
 * than they were sent, words do not.
 */
export function hasSameWords(html: string, other: string): boolean {
  return toWords(html) === toWords(other);
}

/** Do they say the same in the same form? Wrappers and attributes, which cleaning adds and drops, do not count. */
export function isSameHtml(html: string, other: string): boolean {
  return toForm(html) === toForm(other);
}

const tag = /<\/?([a-z][a-z0-9]*)\b[^>]*>/gi;
const wrappers = new Set(['p', 'div', 'span', 'br', 'tbody']);

function toForm(html: string): string {
  return html
    .split(/(<[^>]*>)/)
    .map(part => {
      const name = /^<\/?([a-z][a-z0-9]*)/i.exec(part)?.[1]?.toLowerCase();
      if (name === undefined) return toWords(part);
      return wrappers.has(name) ? '' : `\n${part.startsWith('</') ? '/' : ''}${name}\n`;
    })
    .join('');
}

function toWords(html: string): string {
  return html
    .replace(tag, '')
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, decode)
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, '');
}

function decode(entity: string, name: string): string {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? entity;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}
