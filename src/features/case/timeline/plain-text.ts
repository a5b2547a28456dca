import type { RichText } from '#domain/case.ts';
import { decodeEntities } from '../decode-entities.ts';

/** The words of a text without its markup, for searching and for copies. What comes out is text and nothing else. */
export function plainText({ format, text }: RichText): string {
  if (format !== 'html') return text;
  const words = text
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^<>]*>/gi, '\n')
    .replace(/<\/t[dh]\b[^<>]*>/gi, ' ')
    .replace(/<[a-z/!?][^<>]*>/gi, '');
  return decodeEntities(words)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
