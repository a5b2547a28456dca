import type { ReactNode } from 'react';
import { splitHidden } from '#ui/text/hidden-characters.ts';
import type { DivideText, TextPiece } from '#ui/text/text-pieces.ts';

export type FragmentClasses = { host: string; token: string };

/** Where in the fragment something of the page is to stand. */
export type PlacedMark = { place: Element; mark: ReactNode };

function webAddress(href: string | null): URL | null {
  if (href === null) return null;
  const url = URL.canParse(href) ? new URL(href) : null;
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url : null;
}

/**
 * The host stands beside every link, as the browser would ask for it (punycode): the text of a link may claim anything.
 * A link whose text is itself what is under investigation leads nowhere: nobody is to open that by a slip.
 */
function finishLink(link: HTMLAnchorElement, classes: FragmentClasses, divide: DivideText): void {
  const url = webAddress(link.getAttribute('href'));
  const isMarked = divide(link.textContent ?? '').some(piece => piece.mark !== null);
  if (url === null || isMarked) link.removeAttribute('href');
  if (url === null) return;
  if (!isMarked) {
    link.setAttribute('rel', 'noopener noreferrer');
    link.setAttribute('target', '_blank');
    link.setAttribute('referrerpolicy', 'no-referrer');
  }
  const host = document.createElement('span');
  host.className = classes.host;
  host.textContent = `(${url.host})`;
  link.append(' ', host);
}

/** The page has its own h1 and h2; what a vendor writes stands below them. */
function finishHeading(heading: Element): void {
  const below = document.createElement('h3');
  below.append(...heading.childNodes);
  heading.replaceWith(below);
}

function finishText(text: Text, classes: FragmentClasses, pieces: readonly TextPiece[]): PlacedMark[] {
  const marks: PlacedMark[] = [];
  const nodes = pieces.flatMap(piece => {
    if (piece.mark === null) return visible(piece.text, classes);
    const place = document.createElement('span');
    marks.push({ place, mark: piece.mark });
    return place;
  });
  if (nodes.length !== 1 || nodes[0] !== text.data) text.replaceWith(...nodes);
  return marks;
}

function visible(text: string, classes: FragmentClasses): (string | Element)[] {
  return splitHidden(text).map(part => {
    if (part.kind === 'plain') return part.text;
    const token = document.createElement('span');
    token.className = classes.token;
    token.textContent = part.text;
    return token;
  });
}

function textsOf(fragment: DocumentFragment): Text[] {
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  return texts;
}

function asOne(text: string): TextPiece[] {
  return [{ text, mark: null }];
}

/** Works on an already sanitised fragment, with DOM calls alone. Answers where the marks of `divide` are to stand. */
export function finishFragment(
  fragment: DocumentFragment,
  classes: FragmentClasses,
  divide: DivideText = asOne,
): PlacedMark[] {
  const texts = textsOf(fragment);
  for (const link of fragment.querySelectorAll('a')) finishLink(link, classes, divide);
  const marks = texts.flatMap(text => {
    const isInLink = text.parentElement?.closest('a[href]') != null;
    return finishText(text, classes, isInLink ? asOne(text.data) : divide(text.data));
  });
  for (const heading of fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')) finishHeading(heading);
  return marks;
}
