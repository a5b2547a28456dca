import tlds from 'tlds';

/**
 * As IANA lists them, internationalised ones in their own script; those in punycode are told by their prefix. Besides,
 * what leads into Tor, and what examples and tests end with.
 */
const known: ReadonlySet<string> = new Set([...tlds, 'onion', 'example', 'test']);

export function isTopLevelDomain(label: string): boolean {
  return known.has(label) || /^xn--[a-z0-9-]{2,59}$/.test(label);
}

/** What companies end their own names with. Nobody can register them. */
export const innerEndings: ReadonlySet<string> = new Set(['local', 'lan', 'corp', 'internal', 'intra']);
