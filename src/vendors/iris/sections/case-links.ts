import type { Cell } from '#domain/section.ts';
import { toTitle } from '../mapping.ts';

export type CaseLink = { case_id: string | null; case_name: string | null };

/** '#22 Lost laptop' */
export function linkText({ case_id: id, case_name: name }: CaseLink): string {
  if (id === null) return name || 'A case without a number';
  return `#${id} ${toTitle(id, name)}`;
}

export function linkedCases(links: readonly CaseLink[]): Cell | null {
  if (links.length === 0) return null;
  const byText = new Map(links.map(link => [linkText(link), link.case_id]));
  return { kind: 'cases', cases: [...byText].map(([text, caseId]) => ({ text, caseId })) };
}
