import { splitHidden } from '#ui/text/hidden-characters.ts';

export type FragmentClasses = { host: string; token: string };

function webAddress(href: string | null): URL | null {
  if (href === null) return null;
  const url = URL.canParse(href) ? new URL(href) : null;
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url : null;
}

/** The host stands beside every link, as the browser would ask for it (punycode): the text of a link may claim anything. */
function finishLink(link: HTMLAnchorElement, classes: FragmentClasses): void {
  const url = webAddress(link.getAttribute('href'));
  if (url === null) {
    link.removeAttribute('href');
    return;
  }
  link.setAttribute('rel', 'noopener noreferrer');
  link.setAttribute('target', '_blank');
  link.setAttribute('referrerpolicy', 'no-referrer');
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

function finishText(text: Text, classes: FragmentClasses): void {
  const parts = splitHidden(text.data);
  if (parts.every(part => part.kind === 'plain')) return;
  const nodes = parts.map(part => {
    if (part.kind === 'plain') return part.text;
    const token = document.createElement('span');
    token.className = classes.token;
    token.textContent = part.text;
    return token;
  });
  text.replaceWith(...nodes);
}

/** Works on an already sanitised fragment, with DOM calls alone. */
export function finishFragment(fragment: DocumentFragment, classes: FragmentClasses): void {
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  }
  for (const text of texts) finishText(text, classes);
  for (const link of fragment.querySelectorAll('a')) finishLink(link, classes);
  for (const heading of fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')) finishHeading(heading);
}
