/** Elements within which a sentence goes on. */
const inline = new Set([
  'A',
  'B',
  'BDI',
  'CODE',
  'DEL',
  'EM',
  'I',
  'KBD',
  'MARK',
  'S',
  'SPAN',
  'STRONG',
  'SUB',
  'SUP',
  'TIME',
  'U',
]);

/** What nobody sees as text of the page. */
const unseen = 'script, style, svg, nav, kbd, [hidden], .cf-unseen';

type Piece = { node: Text; startsAt: number };

/** Every place within an element where a text stands, in any case, also across the elements of one sentence. */
export function collectRanges(root: Element, needle: string, most: number): Range[] {
  if (needle === '') return [];
  const { text, pieces } = flatten(root);
  const ranges: Range[] = [];
  let index = 0;
  for (
    let at = text.indexOf(needle);
    at >= 0 && ranges.length < most;
    at = text.indexOf(needle, at + needle.length)
  ) {
    while ((pieces[index + 1]?.startsAt ?? Number.POSITIVE_INFINITY) <= at) index += 1;
    ranges.push(rangeOf(pieces, index, at, at + needle.length));
  }
  return ranges;
}

/** All text in one, with a line end where another block begins: no match goes over it. */
function flatten(root: Element): { text: string; pieces: Piece[] } {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, node =>
    node instanceof Element && node.matches(unseen) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const pieces: Piece[] = [];
  const texts: string[] = [];
  let length = 0;
  let block: Element | null = null;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!(node instanceof Text) || node.data === '') continue;
    const own = blockOf(node, root);
    if (own !== block && length > 0) {
      texts.push('\n');
      length += 1;
    }
    block = own;
    pieces.push({ node, startsAt: length });
    texts.push(lowerCase(node.data));
    length += node.length;
  }
  return { text: texts.join(''), pieces };
}

function blockOf(node: Text, root: Element): Element {
  let element = node.parentElement ?? root;
  while (element !== root && inline.has(element.tagName) && element.parentElement !== null)
    element = element.parentElement;
  return element;
}

/** As long as the text itself: of some letters the small one is two. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replaceAll(/[\s\S]/g, letter =>
    letter.toLowerCase().length === 1 ? letter.toLowerCase() : letter,
  );
}

function rangeOf(pieces: readonly Piece[], first: number, start: number, end: number): Range {
  const range = document.createRange();
  let last = first;
  while ((pieces[last + 1]?.startsAt ?? Number.POSITIVE_INFINITY) < end) last += 1;
  const from = pieces[first];
  const to = pieces[last];
  if (from !== undefined) range.setStart(from.node, start - from.startsAt);
  if (to !== undefined) range.setEnd(to.node, end - to.startsAt);
  return range;
}
