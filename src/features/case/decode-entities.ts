const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  period: '.',
};

/** `&lt;`, `&#60;` and `&#x3c;` of HTML as the characters they stand for; what is none stays as it is written. */
export function decodeEntities(html: string): string {
  return html.replace(/&(?:#0*(\d{1,7})|#x0*([\da-f]{1,6})|([a-z]{2,6}));/gi, decode);
}

function decode(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return named[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : whole;
}
