const notAscii = /[^\p{ASCII}]/u;
const marks = /\p{M}/gu;
const undecomposed = /[øłđæœßıþ]/g;
const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
  þ: 'th',
};

/** Lower case without diacritics, the same in every locale: what search and string order compare by. */
export function foldText(text: string): string {
  if (!notAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(marks, '')
    .toLowerCase()
    .replace(undecomposed, letter => plainLetters[letter] ?? letter);
}

/** The folded words of a search text, each once. */
export function searchWords(text: string): string[] {
  return [
    ...new Set(
      foldText(text)
        .split(/\s+/)
        .filter(word => word !== ''),
    ),
  ];
}

const digitRuns = /\d+/g;

/** Orders '#9' before '#10': every run of digits is led by its length, in a character below all printable ones. */
export function naturalKey(text: string): string {
  return foldText(text).replace(digitRuns, run => {
    const digits = run.replace(/^0+(?=\d)/, '');
    return String.fromCharCode(Math.min(digits.length, 31)) + digits;
  });
}
