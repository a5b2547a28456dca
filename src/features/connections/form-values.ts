import { checkField, fillSettings, isFieldShown } from '#domain/check-form.ts';
import {
  type Connection,
  type ConnectionForm,
  defaultKeep,
  type FormField,
  type FormProblems,
  trustFields,
} from '#domain/connection.ts';
import type { ConnectionDraft, VendorInfo } from '#store/gateway-api.ts';

type Typed = Readonly<Record<string, string>>;

/** A form as somebody filled it so far. Secrets are kept apart, so that they are in nothing that is put aside. */
export type FormValues = {
  vendorId: string;
  name: string;
  /** By vendor id, so that trying another vendor loses nothing. */
  settings: Readonly<Record<string, Typed>>;
  isKeepingAll: boolean;
  closedDays: string;
};

/** By vendor id: a key typed for one vendor is never offered to another. */
export type TypedSecrets = Readonly<Record<string, Typed>>;

const maxClosedDays = 36_500;

export function startValues(connection: Connection | null, vendors: readonly VendorInfo[]): FormValues {
  const keep = connection?.keep ?? defaultKeep;
  const usual = defaultKeep === 'all' ? 90 : defaultKeep.closedDays;
  return {
    vendorId: connection?.vendor ?? vendors[0]?.id ?? '',
    name: connection?.name ?? '',
    settings: connection === null ? {} : { [connection.vendor]: connection.settings },
    isKeepingAll: keep === 'all',
    closedDays: String(keep === 'all' ? usual : keep.closedDays),
  };
}

export function settingsOf(values: FormValues): Typed {
  return values.settings[values.vendorId] ?? {};
}

/** The fields that are part of the form as filled so far; a choice left alone counts as its usual value. */
export function shownFields(form: ConnectionForm, typed: Typed): readonly FormField[] {
  const filled = fillSettings(form, typed);
  return form.fields.filter(field => isFieldShown(field, filled));
}

/** What the vendor's form itself finds wrong with settings, by key. The gateway knows the rest. */
export function findSettingProblems(vendor: VendorInfo, typed: Typed): FormProblems {
  const filled = fillSettings(vendor.form, typed);
  const problems: Record<string, string> = {};
  for (const field of shownFields(vendor.form, typed)) {
    const problem = field.kind === 'secret' ? null : checkField(field, filled[field.key] ?? '');
    if (problem !== null) problems[field.key] = problem;
  }
  const known = new Set([...vendor.form.fields, ...trustFields].map(field => field.key));
  for (const key of Object.keys(typed)) {
    if (!known.has(key)) problems[key] = `${vendor.name} has no setting called ${key}.`;
  }
  return problems;
}

export function findProblems(values: FormValues, vendor: VendorInfo): FormProblems {
  const problems: Record<string, string> = { ...findSettingProblems(vendor, settingsOf(values)) };
  const { name, isKeepingAll, closedDays } = values;
  if (name.trim().length > 100) problems['name'] = 'A name has at most 100 characters.';
  const isDays = /^\d{1,5}$/.test(closedDays.trim()) && Number(closedDays) <= maxClosedDays;
  if (!isKeepingAll && !isDays) problems['closedDays'] = `Give a number of days from 0 to ${maxClosedDays}.`;
  return problems;
}

/** 'Stellar', or 'Stellar 2' where that is taken. */
export function suggestName(vendor: VendorInfo, taken: readonly string[]): string {
  let name = vendor.shortName;
  for (let number = 2; taken.includes(name); number += 1) name = `${vendor.shortName} ${number}`;
  return name;
}

type DraftParts = {
  connection: Connection | null;
  vendor: VendorInfo;
  values: FormValues;
  secrets: TypedSecrets;
  /** Stands in for a name left empty. */
  suggestedName: string;
};

/** What is sent to test or save. An empty id asks for a new connection; secrets are those of fields in sight alone. */
export function toDraft({ connection, vendor, values, secrets, suggestedName }: DraftParts): ConnectionDraft {
  const typed = settingsOf(values);
  const given = shownFields(vendor.form, typed)
    .filter(field => field.kind === 'secret')
    .map(({ key }) => [key, secrets[vendor.id]?.[key]?.trim() ?? ''] as const)
    .filter(([, text]) => text !== '');
  return {
    id: connection?.id ?? '',
    vendor: vendor.id,
    name: values.name.trim() || suggestedName,
    settings: fillSettings(vendor.form, typed),
    secrets: Object.fromEntries(given),
    keep: values.isKeepingAll ? 'all' : { closedDays: Number(values.closedDays) },
  };
}

/** Does a draft reach the vendor in another way than what is saved? Only then is there something to test. */
export function isOtherwiseConnected(connection: Connection | null, draft: ConnectionDraft): boolean {
  if (connection === null || Object.keys(draft.secrets).length > 0) return true;
  const keys = new Set([...Object.keys(connection.settings), ...Object.keys(draft.settings)]);
  return [...keys].some(key => connection.settings[key] !== draft.settings[key]);
}

/** Another address or way to sign in: the gateway then sends no stored secret there, and forgets it on saving. */
export function isMoved(connection: Connection | null, form: ConnectionForm, typed: Typed): boolean {
  if (connection === null) return false;
  const before = fillSettings(form, connection.settings);
  const after = fillSettings(form, typed);
  return shownFields(form, typed).some(
    field => field.kind === 'origin' && before[field.key] !== after[field.key],
  );
}

/** Label of the preset that the settings are; '' when they are somebody's own. */
export function presetOf(form: ConnectionForm, typed: Typed): string {
  const found = form.presets.find(({ values }) =>
    Object.entries(values).every(([key, value]) => typed[key] === value),
  );
  return found?.label ?? '';
}
