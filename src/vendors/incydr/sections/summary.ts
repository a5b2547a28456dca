import type { Block, Observable, SectionPage } from '#domain/section.ts';
import type { SectionReader } from '#http/sections.ts';
import { toFields } from '../mapping.ts';
import type { WireCaseDetail } from '../wire.ts';
import { type Source, toArchivedNotice } from './source.ts';

export function createSummaryReader({ findCase }: Source): SectionReader {
  async function read(id: string, _cursor: string | null, signal: AbortSignal): Promise<SectionPage> {
    const wire = await findCase(id, signal);
    return {
      blocks: [
        ...toArchivedNotice(wire),
        toDescription(wire),
        toFindings(wire),
        { kind: 'fields', key: 'fields', title: 'Details', fields: toFields(wire) },
      ],
      entries: [],
      observables: toObservables(wire),
      count: null,
      next: null,
    };
  }
  return { read };
}

function toDescription({ description }: WireCaseDetail): Block {
  if (description === null || description.trim() === '')
    return { kind: 'notice', key: 'description', text: 'This case has no description.' };
  return { kind: 'text', key: 'description', title: null, text: { format: 'text', text: description } };
}

function toFindings({ findings }: WireCaseDetail): Block {
  if (findings === null || findings.trim() === '')
    return { kind: 'notice', key: 'findings', text: 'Nobody has written findings yet.' };
  return { kind: 'text', key: 'findings', title: 'Findings', text: { format: 'markdown', text: findings } };
}

/** Whose files it is about. */
function toObservables({ subjectUsername }: WireCaseDetail): Observable[] {
  const name = subjectUsername?.trim() ?? '';
  return name === '' ? [] : [{ type: 'user', value: name, raw: 'subject' }];
}
