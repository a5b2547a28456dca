import type { ConnectionForm, FormField, FormProblems } from './connection.ts';
import { trustFields } from './connection.ts';
import { isLoopbackHost, readOrigin } from './origin.ts';
import type { Vendor } from './vendor.ts';

type Settings = Readonly<Record<string, string>>;

/** Is a field part of the form as filled so far? */
export function isFieldShown(field: FormField, settings: Settings): boolean {
  return field.when === undefined || field.when.oneOf.includes(settings[field.when.key] ?? '');
}

/** The settings as they are kept: trimmed, origins in their normal form, fallbacks filled in, empty ones left out. */
export function fillSettings(form: ConnectionForm, typed: Settings): Record<string, string> {
  const filled: Record<string, string> = {};
  for (const field of form.fields) {
    if (field.kind === 'secret') continue;
    const text = (typed[field.key] ?? '').trim() || (field.fallback ?? '');
    if (text === '') continue;
    const read = field.kind === 'origin' ? readOrigin(text) : { origin: text };
    filled[field.key] = 'origin' in read ? read.origin : text;
  }
  for (const { key } of trustFields) {
    const text = (typed[key] ?? '').trim();
    if (text !== '') filled[key] = text;
  }
  return filled;
}

/** What is wrong with filled settings. Secrets are not looked at: a connection may be kept before its key is known. */
export function checkSettings(vendor: Vendor, settings: Settings): FormProblems {
  const problems: Record<string, string> = {};
  const fields = vendor.form.fields.filter(field => field.kind !== 'secret');
  const known = new Set([...fields, ...trustFields].map(field => field.key));
  for (const key of Object.keys(settings)) {
    if (!known.has(key)) problems[key] = `${vendor.name} has no such setting.`;
  }
  for (const field of fields) {
    const problem = isFieldShown(field, settings) ? checkField(field, settings[field.key] ?? '') : null;
    if (problem !== null) problems[field.key] = problem;
  }
  const pin = settings['certificateSha256'];
  if (pin !== undefined && !/^([0-9a-f]{2}:?){32}$/i.test(pin)) {
    problems['certificateSha256'] = 'A SHA-256 fingerprint is 64 hexadecimal digits.';
  }
  if (Object.keys(problems).length > 0) return problems;
  return { ...checkHosts(vendor, fields, settings), ...vendor.validate(settings) };
}

/** What is wrong with one field as filled, for its own sake; null when nothing is. */
export function checkField(field: FormField, text: string): string | null {
  if (text === '') return field.required ? `${field.label} is needed.` : null;
  if (text.length > 2000 || /\p{Cc}/u.test(text)) return `${field.label} holds what cannot be typed.`;
  if (field.kind === 'origin') {
    const read = readOrigin(text);
    return 'problem' in read ? read.problem : null;
  }
  if (field.kind === 'number' && !/^\d{1,15}$/.test(text)) return `${field.label} is a number.`;
  if (field.kind === 'choice' && field.options?.some(option => option.value === text) === false) {
    return `${field.label} is one of: ${field.options.map(option => option.label).join(', ')}.`;
  }
  return null;
}

/** A vendor's own cloud is reached under its own names only, so a key cannot be pointed elsewhere. */
function checkHosts(vendor: Vendor, fields: readonly FormField[], settings: Settings): FormProblems {
  const { hosts } = vendor;
  if (hosts === undefined) return {};
  const problems: Record<string, string> = {};
  for (const field of fields.filter(({ kind }) => kind === 'origin')) {
    const text = settings[field.key] ?? '';
    if (!URL.canParse(text)) continue;
    const { hostname } = new URL(text);
    const isKnown = isLoopbackHost(hostname) || hosts.some(host => host.exec(hostname)?.[0] === hostname);
    if (!isKnown) problems[field.key] = `${hostname} is not an address of ${vendor.name}.`;
  }
  return problems;
}
