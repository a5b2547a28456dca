import type { Observable } from '#domain/section.ts';

/** The host as a browser would ask for it, where letters of other scripts may pass for others: 'xn--80ak6aa92e.com'. */
export function asciiHostOf({ type, value }: Observable): string | null {
  if (type !== 'domain' && type !== 'url' && type !== 'mail') return null;
  const host =
    type === 'url'
      ? value.replace(/^[a-z]+:\/\/(?:[^/?#]*@)?/i, '')
      : value.slice(value.lastIndexOf('@') + 1);
  const written = host.replace(/[/?#:].*$/s, '');
  const address = `https://${written}`;
  if (/^\p{ASCII}*$/u.test(written) || !URL.canParse(address)) return null;
  return new URL(address).hostname;
}
