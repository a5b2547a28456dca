import * as v from 'valibot';
import { type Connection, defaultKeep } from '#domain/connection.ts';
import type { ConnectionDraft, VendorInfo } from '#store/gateway-api.ts';
import { findSettingProblems } from './form-values.ts';

/** Connections as a connections file has them, without secrets and without where they came from. */
export function writeSettingsFile(connections: readonly Connection[]): string {
  const plain = connections.map(({ id, vendor, name, settings, keep }) => ({
    id,
    vendor,
    name,
    settings,
    keep,
  }));
  return `${JSON.stringify({ connections: plain }, null, 2)}\n`;
}

export type ImportPlan = {
  adds: readonly ConnectionDraft[];
  /** What is left out, named, and why. */
  leftOut: readonly { name: string; problem: string }[];
  /** The file names secrets; they are not read. */
  hasSecrets: boolean;
};

export type ImportReading = { problem: string } | { plan: ImportPlan };

const maxLength = 1_000_000;
const fileSchema = v.object({ connections: v.pipe(v.array(v.unknown()), v.maxLength(500)) });
const entrySchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/)),
  vendor: v.string(),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100), v.regex(/^\P{Cc}*$/u)),
  settings: v.record(v.string(), v.string()),
  keep: v.optional(
    v.union([
      v.literal('all'),
      v.strictObject({ closedDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(36_500)) }),
    ]),
    defaultKeep,
  ),
  secrets: v.optional(v.unknown()),
});

/** Judges a settings file as a whole before anything is done: either one sentence, or what would be added and what not. */
export function readSettingsFile(
  text: string,
  fileName: string,
  vendors: readonly VendorInfo[],
  connections: readonly Connection[],
): ImportReading {
  if (text.length > maxLength)
    return { problem: `${fileName} is too large for a settings file. Nothing was changed.` };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { problem: `${fileName} is not JSON. Nothing was changed.` };
  }
  const file = v.safeParse(fileSchema, parsed);
  if (!file.success)
    return {
      problem: `${fileName} is no settings file of Casefold: it has no list called “connections”. Nothing was changed.`,
    };

  const taken = new Map(connections.map(({ id, name }) => [id, name]));
  const adds: ConnectionDraft[] = [];
  const leftOut: { name: string; problem: string }[] = [];
  let hasSecrets = false;
  for (const [index, received] of file.output.connections.entries()) {
    const entry = v.safeParse(entrySchema, received);
    const place = `connections[${index}]`;
    if (!entry.success) {
      const path = v.getDotPath(entry.issues[0]);
      leftOut.push({
        name: nameOf(received) ?? place,
        problem: `${place}${path === null ? '' : `.${path}`} is not as it must be.`,
      });
      continue;
    }
    const { secrets, ...draft } = entry.output;
    hasSecrets ||= secrets !== undefined;
    const problem = findEntryProblem(draft, vendors, taken);
    if (problem !== null) leftOut.push({ name: draft.name, problem });
    else {
      taken.set(draft.id, draft.name);
      adds.push({ ...draft, secrets: {} });
    }
  }
  return { plan: { adds, leftOut, hasSecrets } };
}

function findEntryProblem(
  draft: Omit<ConnectionDraft, 'secrets'>,
  vendors: readonly VendorInfo[],
  taken: ReadonlyMap<string, string>,
): string | null {
  const holder = taken.get(draft.id);
  if (holder !== undefined) return `The id ${draft.id} is taken by “${holder}”, which stays as it is.`;
  const vendor = vendors.find(({ id }) => id === draft.vendor);
  if (vendor === undefined) return `There is no vendor called ${draft.vendor}.`;
  const [wrong] = Object.entries(findSettingProblems(vendor, draft.settings));
  return wrong === undefined ? null : `${wrong[0]}: ${wrong[1]}`;
}

function nameOf(received: unknown): string | null {
  if (typeof received !== 'object' || received === null || !('name' in received)) return null;
  return typeof received.name === 'string' ? received.name.slice(0, 100) : null;
}
