import type { Download, SectionPage } from '#domain/section.ts';
import type { SectionReader } from '#http/sections.ts';
import { type ExportId, toDownloadId } from './downloads.ts';
import { type Source, toArchivedNotice } from './source.ts';

/** What the vendor makes of a case. */
export function createExportsReader({ findCase }: Source): SectionReader {
  async function read(id: string, _cursor: string | null, signal: AbortSignal): Promise<SectionPage> {
    const wire = await findCase(id, signal);
    const { number } = wire;
    const downloads = [
      toDownload('summary', `Case-${number}.pdf`, 'Case summary (PDF)', ''),
      toDownload(
        'file-events',
        `Case-${number}-file-events.csv`,
        'File events (CSV)',
        'File names in it were chosen by users. A spreadsheet may take some of them for formulas.',
      ),
      toDownload(
        'all',
        `Case-${number}.zip`,
        'Summary, file events and the files themselves (zip)',
        "It holds files from a user's device. They may be harmful.",
      ),
    ];
    return {
      blocks: [...toArchivedNotice(wire), { kind: 'downloads', key: 'exports', title: null, downloads }],
      entries: [],
      observables: [],
      count: null,
      next: null,
    };
  }
  return { read };
}

/** What Incydr makes has no size before it is made. */
function toDownload(id: ExportId, name: string, label: string, warning: string): Download {
  return { id: toDownloadId('export', id), name, size: null, label, warning };
}
