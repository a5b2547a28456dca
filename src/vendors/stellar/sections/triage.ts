import * as v from 'valibot';
import type { Block } from '#domain/section.ts';
import { part, text, words } from '../wire-parts.ts';
import { fieldsOf } from './fields.ts';

/** GET /ai/cases/detail. Releases before AutoTriage have no such path, and cases that it never saw an empty answer. */
const wireTriage = part({
  data: part({
    aiSummary: part({
      ai_case_triage: part({
        verdict: text,
        verdict_reasoning: text,
        summary: part({ concise_summary: text, summary: text, recommendations: words }),
      }),
    }),
  }),
});

export function triageBlocks(body: unknown): Block[] {
  const {
    verdict,
    verdict_reasoning: reasoning,
    summary,
  } = v.parse(wireTriage, body).data.aiSummary.ai_case_triage;
  const texts = [
    ['triage-reasoning', 'Why, says the AI triage', reasoning],
    ['triage-concise', 'In short, by the AI triage', summary.concise_summary],
    ['triage-summary', 'Summary by the AI triage', summary.summary],
    ['triage-recommendations', 'Recommended by the AI triage', summary.recommendations.join('\n')],
  ] as const;
  const seen = new Set<string>();
  const blocks = texts.flatMap(([key, title, value]): Block[] => {
    if (value.trim() === '' || seen.has(value)) return [];
    seen.add(value);
    return [{ kind: 'text', key, title, text: { format: 'text', text: value } }];
  });
  const fields = fieldsOf([['AI triage verdict', verdict]]);
  return fields.length === 0 ? blocks : [{ kind: 'fields', key: 'triage', title: null, fields }, ...blocks];
}
