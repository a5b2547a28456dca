import type { SectionReader, SectionReaders } from '#http/sections.ts';
import type { IrisApi } from '../api.ts';
import { inCase } from '../in-case.ts';
import { accessSection } from './access.ts';
import { assetsSection } from './assets.ts';
import { commentsSection } from './comments.ts';
import { eventsSection } from './events.ts';
import { evidenceSection } from './evidence.ts';
import { exportsSection } from './exports.ts';
import { filesSection } from './files.ts';
import { historySection } from './history.ts';
import { linksSection } from './links.ts';
import { notesSection } from './notes.ts';
import { observablesSection } from './observables.ts';
import { createSource } from './source.ts';
import { summarySection } from './summary.ts';
import { tasksSection } from './tasks.ts';

/** One reader for each section that IRIS has. */
export function createReaders(api: IrisApi, serverZone: string | null): SectionReaders {
  const source = createSource(api, serverZone);
  const readers: SectionReaders = {
    summary: summarySection(api),
    observables: observablesSection(source),
    events: eventsSection(source),
    tasks: tasksSection(source),
    assets: assetsSection(source),
    evidence: evidenceSection(source),
    notes: notesSection(source),
    comments: commentsSection(source),
    files: filesSection(source),
    links: linksSection(source),
    access: accessSection(source),
    history: historySection(api, source),
    exports: exportsSection(),
  };
  return Object.fromEntries(Object.entries(readers).map(([section, reader]) => [section, guarded(reader)]));
}

/** A number is checked before it is asked for, and a refused case is one that is not there. */
function guarded({ read, item }: SectionReader): SectionReader {
  return {
    read: (caseId, cursor, signal) => inCase(caseId, () => read(caseId, cursor, signal)),
    ...(item === undefined
      ? {}
      : {
          item: (caseId, itemId, signal) => inCase(caseId, () => item(caseId, itemId, signal)),
        }),
  };
}
