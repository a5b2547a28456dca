import type { DetailField } from '#domain/case.ts';
import { textField } from './blocks.ts';

/**
 * What an administrator added to a kind of record: `{tab: {field: {type, mandatory, value}}}`. Everything else that may
 * stand there is shown as it is.
 * https://docs.dfir-iris.org/operations/custom_attributes/
 */
export function customFields(attributes: unknown): DetailField[] {
  if (!isRecord(attributes)) return [];
  return Object.entries(attributes).flatMap(([tab, fields]) => {
    if (!isRecord(fields)) return toField(tab, fields);
    return Object.entries(fields).flatMap(([name, field]) =>
      toField(`${tab}: ${name}`, isRecord(field) && 'value' in field ? field['value'] : field),
    );
  });
}

function toField(label: string, value: unknown): DetailField[] {
  const field = textField(label, toWords(value));
  return field === null ? [] : [field];
}

function toWords(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
