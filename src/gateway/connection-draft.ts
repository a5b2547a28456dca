import * as v from 'valibot';
import { checkSettings, fillSettings } from '#domain/check-form.ts';
import { defaultKeep } from '#domain/connection.ts';
import type { Vendor } from '#domain/vendor.ts';
import { GatewayProblem } from './gateway-problem.ts';

const connectionIdPattern = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

const text = v.pipe(v.string(), v.maxLength(10_000));
const settings = v.record(v.pipe(v.string(), v.regex(/^\w{1,40}$/)), text);
const secrets = v.record(v.pipe(v.string(), v.regex(/^\w{1,40}$/)), v.nullable(text));
const keep = v.union([
  v.literal('all'),
  v.strictObject({ closedDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(36_500)) }),
]);
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100), v.regex(/^\P{Cc}*$/u));

/** What is kept of a connection added on screen. */
export const recordFields = {
  id: v.pipe(v.string(), v.regex(connectionIdPattern)),
  vendor: v.string(),
  name,
  settings,
  keep,
};

/** Body of `POST /api/connections`. Without an id one is made of the name. */
const newConnection = v.strictObject({
  id: v.optional(v.pipe(v.string(), v.regex(connectionIdPattern))),
  vendor: v.string(),
  name,
  settings,
  secrets: v.optional(secrets, {}),
  keep: v.optional(keep, defaultKeep),
});

/** Body of `PUT /api/connections/{id}`. A secret that is not named stays; null forgets it. */
const changedConnection = v.strictObject({
  name,
  settings,
  secrets: v.optional(secrets, {}),
  keep: v.optional(keep),
});

/** Body of `POST /api/connections/check`. With an id, stored secrets stand in for those not given. */
const checkDraft = v.strictObject({
  id: v.optional(v.pipe(v.string(), v.regex(connectionIdPattern))),
  vendor: v.string(),
  settings,
  secrets: v.optional(secrets, {}),
});

/** Body of `POST /api/connections/{id}/sign-in`. */
const oneTimeCode = v.strictObject({ totp: v.pipe(v.string(), v.trim(), v.regex(/^\d{4,10}$/)) });

export const drafts = { newConnection, changedConnection, checkDraft, oneTimeCode };

export function readDraft<Schema extends v.GenericSchema>(
  schema: Schema,
  received: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, received);
  if (result.success) return result.output;
  const field = v.getDotPath(result.issues[0])?.replace(/[^\w.-]/g, '?') ?? 'body';
  throw new GatewayProblem('settings-invalid', `${field} is not as it must be.`, {
    facts: { [field]: 'This is not as it must be.' },
  });
}

/** The settings as they are kept. Throws 'settings-invalid' with one fact per field that is wrong. */
export function readSettings(
  vendor: Vendor,
  typed: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const filled = fillSettings(vendor.form, typed);
  const unknown = Object.fromEntries(
    Object.entries(typed).filter(([key]) => !Object.hasOwn(filled, key) && typed[key] !== ''),
  );
  const problems = checkSettings(vendor, { ...unknown, ...filled });
  const [first] = Object.values(problems);
  if (first !== undefined) throw new GatewayProblem('settings-invalid', first, { facts: { ...problems } });
  return filled;
}

/** Only secrets that the vendor's form knows. */
export function readSecrets(
  vendor: Vendor,
  given: Readonly<Record<string, string | null>>,
): Record<string, string | null> {
  const known = new Set(secretNames(vendor));
  const read: Record<string, string | null> = {};
  for (const [key, value] of Object.entries(given)) {
    if (!known.has(key)) {
      throw new GatewayProblem('settings-invalid', `${vendor.name} has no secret of this name.`, {
        facts: { [key]: `${vendor.name} has no such secret.` },
      });
    }
    read[key] = value === null || value.trim() === '' ? null : value.trim();
  }
  return read;
}

export function secretNames(vendor: Vendor): readonly string[] {
  return vendor.form.fields.filter(field => field.kind === 'secret').map(field => field.key);
}
