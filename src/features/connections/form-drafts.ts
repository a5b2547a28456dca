import type { FormValues } from './form-values.ts';

export type KeptDraft = { values: FormValues; keptAt: number };

/** Forms closed before they were saved, by connection id; '' is the new one. In memory alone, and without secrets. */
const drafts = new Map<string, KeptDraft>();

export function keepDraft(id: string, values: FormValues): void {
  drafts.set(id, { values, keptAt: Date.now() });
}

export function readDraft(id: string): KeptDraft | null {
  return drafts.get(id) ?? null;
}

export function dropDraft(id: string): void {
  drafts.delete(id);
}
