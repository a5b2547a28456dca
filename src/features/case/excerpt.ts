import type { RichText } from '#domain/case.ts';

const shownLength = 600;
/** Much of HTML is markup, so more of it is needed for as much to read. */
const shownHtmlLength = 2_000;

/** The beginning of a description, ended between two words where there is one to end at. */
export function excerptOf({ format, text }: RichText): { text: RichText; isCut: boolean } {
  const limit = format === 'html' ? shownHtmlLength : shownLength;
  if (text.length <= limit) return { text: { format, text }, isCut: false };
  const cut = text.slice(0, limit);
  const gap = cut.search(/\s\S*$/);
  const whole = gap > limit / 2 ? cut.slice(0, gap) : cut.replace(/[\ud800-\udbff]$/, '');
  return { text: { format, text: format === 'html' ? whole : `${whole} …` }, isCut: true };
}
