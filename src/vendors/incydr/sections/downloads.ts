import type { Adapter } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
import type { DownloadFile } from '#http/download.ts';
import { noSuchCase, noSuchEvent } from '../errors.ts';
import type { currentOperations, legacyOperations } from '../operations.ts';

const exportCalls = {
  summary: 'exportSummary',
  'file-events': 'exportFileEvents',
  all: 'exportAll',
} as const;
export type ExportId = keyof typeof exportCalls;

export function toDownloadId(kind: 'file' | 'export', id: string): string {
  return `${kind}:${id}`;
}

/** Fetches an export of the case, or the file of one of its events. */
export function createDownloads(
  downloadFile: DownloadFile<typeof currentOperations> | DownloadFile<typeof legacyOperations>,
): Adapter['download'] {
  return async (caseId, { id, name }, options) => {
    if (!/^\d{1,15}$/.test(caseId)) throw noSuchCase(null);
    const [kind = '', wanted = ''] = id.split(/:(.*)/s);
    if (kind === 'export' && isExportId(wanted))
      return downloadFile(exportCalls[wanted], { params: { number: caseId }, name }, options);
    if (kind !== 'file' || wanted === '') throw noSuchEvent(null);
    try {
      return await downloadFile('getFile', { params: { number: caseId, eventId: wanted }, name }, options);
    } catch (error) {
      if (error instanceof VendorError && error.code === 'not-found') throw noSuchEvent(error.status);
      throw error;
    }
  };
}

function isExportId(text: string): text is ExportId {
  return Object.hasOwn(exportCalls, text);
}
