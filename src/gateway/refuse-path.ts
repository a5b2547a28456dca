import { GatewayProblem } from './gateway-problem.ts';

/** Encoded slash, backslash, dot, percent and control characters: nothing a typed parameter needs. */
const refusedEscapes = /%(?:2f|5c|2e|25|[01][0-9a-f]|7f)/i;
const printable = /^[\x21-\x7e]+$/;

/**
 * Refuses every path that two readers could understand differently. What is left has one meaning, so a template
 * match on it says exactly what will be asked of the vendor. `path` is as received, without the query.
 */
export function refuseUnsafePath(path: string): void {
  const isSafe =
    path.startsWith('/') &&
    printable.test(path) &&
    !refusedEscapes.test(path) &&
    !/[\\;#?]/.test(path) &&
    !path.includes('//') &&
    !path.split('/').some(segment => segment === '.' || segment === '..') &&
    decode(path) !== null;
  if (!isSafe) throw new GatewayProblem('not-listed', 'The path of this call is not one Casefold makes.');
}

/** null where the escapes are not UTF-8. */
function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
