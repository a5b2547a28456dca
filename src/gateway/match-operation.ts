import type { Operation, OperationTable, ParameterRule } from '#domain/operation.ts';
import { GatewayProblem } from './gateway-problem.ts';

export type MatchedOperation = {
  name: string;
  operation: Operation;
  /** The template filled with the checked parameters, encoded anew. */
  path: string;
};

type Candidate = {
  name: string;
  operation: Operation;
  pattern: RegExp;
  names: readonly string[];
  /** Literal characters: of two templates that match, the more literal one is meant. */
  literals: number;
};

const compiled = new WeakMap<OperationTable, readonly Candidate[]>();

/**
 * Finds the listed operation that a method and a raw path mean, and rebuilds the path from it.
 * Nothing of the received path is sent on but parameter values that passed their rule.
 */
export function matchOperation(table: OperationTable, method: string, path: string): MatchedOperation {
  let refusedParameter: string | null = null;
  for (const candidate of candidatesOf(table)) {
    if (candidate.operation.method !== method) continue;
    const match = candidate.pattern.exec(path);
    if (match === null) continue;
    const values = match.slice(1).map(decodeURIComponent);
    const refused = candidate.names.find(
      (name, index) => !isAllowed(candidate.operation.params?.[name], values[index] ?? ''),
    );
    if (refused === undefined) {
      return { name: candidate.name, operation: candidate.operation, path: rebuild(candidate, values) };
    }
    refusedParameter ??= refused;
  }
  if (refusedParameter !== null) {
    throw new GatewayProblem(
      'parameter-refused',
      `${refusedParameter} does not have the shape it must have.`,
      {
        facts: { parameter: refusedParameter },
      },
    );
  }
  throw new GatewayProblem('not-listed', 'This call is not one Casefold makes.');
}

/** Does a value have the shape its rule asks for, whole? A parameter without a rule is refused. */
export function isAllowed(rule: ParameterRule | undefined, value: string): boolean {
  if (rule === undefined) return false;
  rule.pattern.lastIndex = 0;
  const match = rule.pattern.exec(value);
  if (match === null || match[0].length !== value.length) return false;
  return rule.max === undefined || Number(value) <= rule.max;
}

function rebuild({ operation, names }: Candidate, values: readonly string[]): string {
  return operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[names.indexOf(name)] ?? '';
    if (value === '.' || value === '..') throw new GatewayProblem('parameter-refused', `${name} is a path.`);
    return encodeURIComponent(value);
  });
}

function candidatesOf(table: OperationTable): readonly Candidate[] {
  const known = compiled.get(table);
  if (known !== undefined) return known;
  const candidates = Object.entries(table)
    .map(([name, operation]) => compile(name, operation))
    .sort((first, second) => second.literals - first.literals);
  compiled.set(table, candidates);
  return candidates;
}

function compile(name: string, operation: Operation): Candidate {
  const names: string[] = [];
  let literals = 0;
  const source = operation.path
    .split(/(\{\w+\})/)
    .map(part => {
      if (part.startsWith('{')) {
        names.push(part.slice(1, -1));
        return '([^/]+)';
      }
      literals += part.length;
      return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return { name, operation, names, literals, pattern: new RegExp(`^${source}$`) };
}
