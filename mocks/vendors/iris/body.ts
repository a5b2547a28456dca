import { crash, page, Refusal, refuse } from './answer.ts';

export type Body = Record<string, unknown>;

export type FieldRule = {
  kind: 'string' | 'int' | 'bool' | 'list' | 'any';
  required?: boolean;
  min?: number;
  max?: number;
};

export function isJsonType(request: Request): boolean {
  return (request.headers.get('content-type') ?? '').startsWith('application/json');
}

/**
 * The JSON of a write. Another content type, or JSON that does not parse, is Flask's HTML 400;
 * a NUL byte anywhere in it breaks the database: HTML 500.
 */
export function parseBody(text: string, isJson: boolean): Body {
  if (!isJson) throw new Refusal(page(400));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(page(400));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal(page(400));
  if (hasNul(value)) throw crash();
  return value as Body;
}

function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (typeof value === 'object' && value !== null) return Object.values(value).some(hasNul);
  return false;
}

/** Marshmallow's checks and words, and its refusal of fields it does not know. */
export function checkBody(body: Body, rules: Record<string, FieldRule>, message = 'Data error'): void {
  const problems: Record<string, string[]> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const problem = checkField(body[name], rule, name in body);
    if (problem !== null) problems[name] = [problem];
  }
  for (const name of Object.keys(body)) if (!(name in rules)) problems[name] = ['Unknown field.'];
  if (Object.keys(problems).length > 0) throw refuse(message, problems);
}

function checkField(value: unknown, rule: FieldRule, isThere: boolean): string | null {
  if (!isThere) return rule.required === true ? 'Missing data for required field.' : null;
  if (value === null) return rule.required === true ? 'Field may not be null.' : null;
  if (rule.kind === 'string') return checkText(value, rule);
  if (rule.kind === 'int') return toInt(value) === null ? 'Not a valid integer.' : null;
  if (rule.kind === 'bool') return typeof value === 'boolean' ? null : 'Not a valid boolean.';
  if (rule.kind === 'list') return Array.isArray(value) ? null : 'Not a valid list.';
  return null;
}

function checkText(value: unknown, rule: FieldRule): string | null {
  if (typeof value !== 'string') return 'Not a valid string.';
  const { min = 0, max = Number.POSITIVE_INFINITY } = rule;
  if (value.length >= min && value.length <= max) return null;
  return rule.max === undefined
    ? `Shorter than minimum length ${min}.`
    : `Length must be between ${min} and ${max}.`;
}

/** Integers come as numbers or as text: both were measured to work. */
export function toInt(value: unknown): number | null {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  if (typeof value === 'string' && /^-?\d+$/.test(value)) return Number(value);
  return null;
}

export function toText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

export function toInts(value: unknown): number[] {
  return Array.isArray(value) ? value.map(toInt).filter(item => item !== null) : [];
}

/** An optional field of a whole update: absent keeps what was there. */
export function kept<Value>(body: Body, name: string, read: (value: unknown) => Value, before: Value): Value {
  return name in body ? read(body[name]) : before;
}
