import DOMPurify, { type Config } from 'dompurify';
import { defang } from '#ui/text/defang.ts';
import { showHidden } from '#ui/text/hidden-characters.ts';

const allowed: Config = {
  ALLOWED_TAGS: [
    ...[
      'p',
      'br',
      'hr',
      'div',
      'span',
      'b',
      'i',
      'em',
      'strong',
      'u',
      's',
      'del',
      'sub',
      'sup',
      'code',
      'pre',
    ],
    ...['blockquote', 'ul', 'ol', 'li', 'a', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    ...['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'],
  ],
  ALLOWED_ATTR: ['href', 'colspan', 'rowspan'],
  ADD_URI_SAFE_ATTR: ['colspan', 'rowspan'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^https?:\/\//i,
};

function blockedImage(image: Element): string {
  const words = [image.getAttribute('alt'), defang(image.getAttribute('src') ?? '')].filter(word => word);
  return showHidden(['[blocked image', ...words].join(': ').slice(0, 300)).concat(']');
}

const purifier = DOMPurify();

// An image would tell its sender that somebody looked. Its words are kept.
purifier.addHook('uponSanitizeElement', (node, { tagName }) => {
  if (tagName !== 'img' || !(node instanceof Element)) return;
  node.before(blockedImage(node));
});

/**
 * A vendor's HTML as a fragment of known elements and attributes: no script, style, id, form, image or SVG. The last step before
 * insertion: the fragment is never written out and parsed again, which is what mutation attacks live on.
 */
export function sanitize(html: string): DocumentFragment {
  return purifier.sanitize(html, { ...allowed, RETURN_DOM_FRAGMENT: true });
}
