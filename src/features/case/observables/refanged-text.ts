/** Text with defanged spellings undone, and the way back to where everything stood. */
export type RefangedText = {
  text: string;
  /** Where the stretch [start, end) stands in the original. */
  place: (start: number, end: number) => { start: number; end: number; wasDefanged: boolean };
};

// 'hxxp', 'h**p'; '[.]', '(.)', '{.}', '[.'; '[dot]', ' (dot) '; the same of '@' and 'at'; '[:]', '[://]', '[/]'.
const defanged =
  /\bhxxp(?=s?(?::|\[))|\bh\*\*p(?=s?(?::|\[))|\[\.\]?|\(\.\)|\{\.\}| ?[[({]dot[\])}] ?| ?[[({]at[\])}] ?|\[@\]|\(@\)|\[:\/\/\]|\[:\]|\[\/\]/gi;

function meaningOf(spelling: string): string {
  const bare = spelling.replace(/[[\](){} ]/g, '').toLowerCase();
  if (bare === 'dot') return '.';
  if (bare === 'at') return '@';
  return /^h..p$/.test(bare) ? 'http' : bare;
}

export function refangText(original: string): RefangedText {
  let text = '';
  let copiedTo = 0;
  const replaced: { from: number; to: number; originalFrom: number; originalTo: number }[] = [];
  for (const match of original.matchAll(defanged)) {
    text += original.slice(copiedTo, match.index);
    const from = text.length;
    text += meaningOf(match[0]);
    copiedTo = match.index + match[0].length;
    replaced.push({ from, to: text.length, originalFrom: match.index, originalTo: copiedTo });
  }
  if (replaced.length === 0)
    return { text: original, place: (start, end) => ({ start, end, wasDefanged: false }) };
  text += original.slice(copiedTo);

  /** How many of `replaced` begin before the index. */
  function countBefore(index: number): number {
    let low = 0;
    let high = replaced.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((replaced[middle]?.from ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    text,
    place: (start, end) => {
      const beforeStart = countBefore(start + 1);
      const atStart = replaced[beforeStart - 1];
      const beforeEnd = countBefore(end);
      const atEnd = replaced[beforeEnd - 1];
      const isStartWithin = atStart !== undefined && start < atStart.to;
      return {
        start: isStartWithin ? atStart.originalFrom : start + shiftAfter(atStart),
        end: atEnd !== undefined && end <= atEnd.to ? atEnd.originalTo : end + shiftAfter(atEnd),
        wasDefanged: isStartWithin || beforeEnd > beforeStart,
      };
    },
  };
}

function shiftAfter(replaced: { to: number; originalTo: number } | undefined): number {
  return replaced === undefined ? 0 : replaced.originalTo - replaced.to;
}
