import type { Adapter } from '#domain/vendor.ts';
import type { DownloadFile } from '#http/download.ts';
import type { CaseFinder } from '../case-finder.ts';
import { noSuchFile } from '../errors.ts';
import type { operations } from '../operations.ts';
import { parseEventId } from './event-id.ts';

export const attachmentWarning = 'Somebody uploaded it to the case. It may be harmful.';

type Kind = 'attachment' | 'pcap';

export function toDownloadId(kind: Kind, id: string): string {
  return `${kind}:${id}`;
}

/** Fetches what a section named: an attachment by its id, a packet capture by its event's. */
export function createDownloads(
  cases: CaseFinder,
  downloadFile: DownloadFile<typeof operations>,
): Adapter['download'] {
  return async (caseId, { id, name }, options) => {
    const [kind = '', wanted = ''] = id.split(/:(.*)/s);
    if (kind === 'attachment') {
      const params = { id: await cases.idOf(caseId, options.signal), attachmentId: wanted };
      return downloadFile('downloadAttachment', { params, name }, options);
    }
    const event = kind === 'pcap' ? parseEventId(wanted) : null;
    if (event === null) throw noSuchFile();
    return downloadFile('eventPcap', { params: event, name }, options);
  };
}
