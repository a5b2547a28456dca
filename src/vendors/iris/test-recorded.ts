import type { Cell, SectionPage } from '#domain/section.ts';
import recorded from './fixtures/recorded-case.json' with { type: 'json' };
import { iris } from './index.ts';

const answers: Readonly<Record<string, unknown>> = recorded;
const notThere = { status: 'error', message: 'Invalid note ID', data: [] };
const nothing = { status: 'success', message: '', data: [] };

/** An adapter over what a real server answered for its case 2; what was not recorded is not there. */
export function createRecordedAdapter() {
  return iris.createAdapter({
    connection: {
      id: 'iris-1',
      vendor: 'iris',
      name: 'IRIS',
      settings: { origin: 'https://iris.example', defaultCid: '1' },
      keep: { closedDays: 90 },
      source: 'screen',
      secrets: { apiKey: true },
    },
    fetch: async request => {
      const path = new URL(request.url).pathname.replace('/api/c/iris-1', '');
      const answer = answers[path] ?? (path.endsWith('/comments/list') ? nothing : undefined);
      if (answer === undefined) return Response.json(notThere, { status: 400 });
      return Response.json(answer);
    },
    now: () => Date.parse('2026-11-22T07:00:00Z'),
    sleep: async () => undefined,
  });
}

/** Every cell of a page's tables in words, row by row. */
export function wordsOf(page: SectionPage): Record<string, string>[] {
  return page.blocks.flatMap(block =>
    block.kind === 'table'
      ? block.rows.map(row =>
          Object.fromEntries(Object.entries(row.cells).map(([id, cell]) => [id, words(cell)])),
        )
      : [],
  );
}

function words(cell: Cell): string {
  switch (cell.kind) {
    case 'observable':
      return `${cell.observable.type} ${cell.observable.value}`;
    case 'observables':
      return cell.observables.map(({ type, value }) => `${type} ${value}`).join(', ');
    case 'instant':
      return new Date(cell.stamp.at).toISOString();
    case 'severity':
      return cell.severity.value;
    case 'status':
      return `${cell.status.value} (${cell.status.raw})`;
    case 'state':
      return `${cell.text} [${cell.tone}]`;
    case 'tags':
      return cell.tags.join(' ');
    case 'cases':
      return cell.cases.map(({ text, caseId }) => `${caseId}: ${text}`).join(', ');
    default:
      return cell.text;
  }
}
