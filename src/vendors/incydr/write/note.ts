/** What Incydr takes in all. */
export const longestFindings = 30_000;

export type Note = { author: string; text: string };

const heading = /^\*\*(.+)\*\*, (\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}\.\d{3}) UTC[ \t]*$/gm;

/**
 * Incydr has no notes: one is added to the end of the findings, with its author and time. The milliseconds tell two
 * notes of the same words apart when an answer was lost.
 */
export function appendNote(findings: string | null, { author, text }: Note, at: number): string {
  const before = findings?.trimEnd() ?? '';
  return `${before === '' ? '' : `${before}\n\n`}${toHeading(author, at)}\n\n${text.trim()}`;
}

/** Is a note with these words by this author there, written at that instant or later? Epoch ms, by this machine's clock. */
export function hasNote(findings: string | null, { author, text }: Note, since: number): boolean {
  const all = findings?.replace(/\r\n?/g, '\n') ?? '';
  return [...all.matchAll(heading)].some(match => {
    const [whole, by, day, time] = match;
    return (
      by === toInline(author) &&
      Date.parse(`${day}T${time}Z`) >= since &&
      squeeze(all.slice(match.index + whole.length)).startsWith(squeeze(text))
    );
  });
}

/** How many characters there are for the words of a note. */
export function roomFor(findings: string | null, author: string): number {
  return Math.max(0, longestFindings - appendNote(findings, { author, text: '' }, 0).length);
}

function toHeading(author: string, at: number): string {
  return `**${toInline(author)}**, ${new Date(at).toISOString().replace('T', ' ').replace('Z', ' UTC')}`;
}

/** A name that ends no emphasis and no line. */
function toInline(author: string): string {
  return author.replace(/[*\s]+/g, ' ').trim();
}

/** Line ends and spaces may come back otherwise than they were sent. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
