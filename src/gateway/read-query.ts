import type { Operation } from '#domain/operation.ts';
import { GatewayProblem } from './gateway-problem.ts';
import { isAllowed } from './match-operation.ts';

const brokenEscape = /%(?![0-9a-f]{2})/i;

/**
 * The query to send, rebuilt from keys the operation lists and values that have the shape they must have.
 * `search` is as received, with its question mark or empty.
 */
export function readQuery(operation: Operation, search: string): string {
  if (brokenEscape.test(search)) throw refused('query', 'The query is not encoded as it must be.');
  const received = new URLSearchParams(search);
  const rebuilt = new URLSearchParams();
  const rules = operation.query ?? {};
  for (const [key, value] of received) {
    const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
    const shown = key.replace(/[^\w~.-]/g, '?').slice(0, 40);
    if (rule === undefined) throw refused(shown, `${shown} is not a parameter of this call.`);
    if (rebuilt.has(key) && rule.repeatable !== true) throw refused(shown, `${shown} was given twice.`);
    if (!isAllowed(rule, value)) throw refused(shown, `${shown} does not have the shape it must have.`);
    rebuilt.append(key, value);
  }
  for (const [key, rule] of Object.entries(rules)) {
    if (rule.required === true && !rebuilt.has(key)) throw refused(key, `${key} is needed for this call.`);
  }
  return rebuilt.size === 0 ? '' : `?${rebuilt}`;
}

function refused(parameter: string, title: string): GatewayProblem {
  return new GatewayProblem('parameter-refused', title, { facts: { parameter } });
}
