import { isSafeNumber, parse as parseLossless } from 'lossless-json';
import secureJson from 'secure-json-parse';

/**
 * Parses a vendor's answer. `__proto__` and `constructor.prototype` keys are dropped, so no later copy can turn
 * them into a prototype. With `numbers: 'exact'` integers beyond 2^53 become strings instead of a wrong number.
 * Throws SyntaxError on anything that is not JSON.
 */
export function readJson(text: string, numbers: 'plain' | 'exact' = 'plain'): unknown {
  const actions = { protoAction: 'remove', constructorAction: 'remove' } as const;
  if (numbers === 'plain') return secureJson.parse(text, null, actions);
  const value = parseLossless(text, null, {
    parseNumber: digits => (isSafeNumber(digits) ? Number(digits) : digits),
  });
  return typeof value === 'object' && value !== null ? secureJson.scan(value, actions) : value;
}
