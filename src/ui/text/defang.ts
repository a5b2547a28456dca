const scheme = /^(h)tt(ps?:\/\/)/i;
const mail = /^[^\s@]+@[^\s@/?#]+$/;
const ipV6 = /^[0-9a-f]*:[0-9a-f:.]*:[0-9a-f.]*$/i;

function withLastDotBroken(host: string): string {
  const dot = host.lastIndexOf('.');
  return dot === -1 ? host : `${host.slice(0, dot)}[.]${host.slice(dot + 1)}`;
}

/** An address, host or mail written so that nothing makes a link of it: 'hxxps://login[.]example/x', '10.20.4[.]18', 'a[@]b[.]no'. */
export function defang(value: string): string {
  if (ipV6.test(value)) return value.replace(':', '[:]');
  const found = scheme.exec(value);
  const start = found === null ? 0 : found[0].length;
  const prefix = found === null ? '' : `${found[1] === 'H' ? 'HXX' : 'hxx'}${found[2]}`;
  const rest = value.slice(start);
  const end = mail.test(rest) ? -1 : rest.search(/[/?#]/);
  const authority = end === -1 ? rest : rest.slice(0, end);
  const at = authority.lastIndexOf('@');
  const user = at === -1 ? '' : `${authority.slice(0, at)}[@]`;
  const host = authority.slice(at + 1);
  const tail = end === -1 ? '' : rest.slice(end);
  return `${prefix}${user}${withLastDotBroken(host)}${tail}`;
}

/** Undoes `defang`, and other hands' ways of writing the same. */
export function refang(value: string): string {
  return value
    .replace(/^(h)xx(ps?)/i, (_, first: string, rest: string) => `${first}tt${rest}`)
    .replaceAll('[.]', '.')
    .replaceAll('[@]', '@')
    .replaceAll('[:]', ':');
}
