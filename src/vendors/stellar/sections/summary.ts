import * as v from 'valibot';
import type { Block } from '#domain/section.ts';
import type { SectionReader } from '#http/sections.ts';
import type { CaseAccess } from '../case-access.ts';
import { wireSummary } from '../wire.ts';
import { type Attempt, attempt, isPassing, notRead } from './attempt.ts';
import { triageBlocks } from './triage.ts';

/** Beyond the description: what the vendor observed in the case, and what its AI makes of it where that ran. */
export function createSummary({ call, read }: CaseAccess): SectionReader {
  return {
    async read(id, _cursor, signal) {
      const [wire, observed, triage] = await Promise.all([
        read(id, signal),
        attempt(call('getSummary', { params: { id }, query: { formatted: true }, signal })),
        attempt(call('getTriage', { query: { id }, signal })),
      ]);
      const lines = v.safeParse(wireSummary, observed.body);
      const blocks: (Block | null)[] = [
        // Where nobody described the case, these lines stand as its description already.
        wire.description === ''
          ? null
          : textBlock('observed', 'Observed', lines.success ? lines.output.data : ''),
        trouble('no-observed', 'What was observed', observed),
        ...triageBlocks(triage.body),
        trouble('no-triage', 'The AI triage', triage),
      ];
      return {
        blocks: blocks.filter(block => block !== null),
        entries: [],
        observables: [],
        count: null,
        next: null,
      };
    },
  };
}

/** A release or a key that does not give it at all is nothing to report. */
function trouble(key: string, what: string, { failure }: Attempt): Block | null {
  return failure !== null && isPassing(failure) ? notRead(key, what, failure) : null;
}

function textBlock(key: string, title: string | null, text: string): Block | null {
  return text.trim() === '' ? null : { kind: 'text', key, title, text: { format: 'text', text } };
}
