import type { FormProblems } from '#domain/connection.ts';
import { GatewayError } from '#store/gateway-api.ts';

export type Refusal = { sentence: string; problems: FormProblems };

/** Why the gateway took something not: a sentence, and what it says of single fields. */
export function readRefusal(error: unknown): Refusal {
  const sentence = error instanceof Error ? error.message : String(error);
  const problem = error instanceof GatewayError ? error.problem : null;
  if (problem?.code !== 'settings-invalid') return { sentence, problems: {} };
  const problems = Object.entries(problem.facts ?? {}).map(([path, text]) => [lastPart(path), text]);
  return { sentence, problems: Object.fromEntries(problems) };
}

/** 'settings.origin' → 'origin' */
function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
