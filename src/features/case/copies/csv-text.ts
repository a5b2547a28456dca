/** RFC 4180, and safe to open in a spreadsheet. */
export function csvText(lines: readonly (readonly string[])[]): string {
  return lines.map(cells => `${cells.map(toCell).join(',')}\r\n`).join('');
}

// What a spreadsheet would take for a formula, also after what it skips, and in the wide forms of East Asian keyboards.
const formula = /^[\t\r\n\0]|^\s*[=+\-@＝＋－＠]/;

function toCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
