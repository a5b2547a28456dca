import type { Download, ReceivedFile } from '#domain/section.ts';
import type { DownloadOptions } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
import type { DownloadFile } from '#http/download.ts';
import type { SectionReader } from '#http/sections.ts';
import type { IrisApi } from '../api.ts';

import type { operations } from '../operations.ts';

/** The whole case as IRIS tells it in one answer. Nothing is asked before somebody wants it. */
export function exportsSection(): SectionReader {
  return {
    read: async caseId => ({
      blocks: [
        {
          kind: 'downloads',
          key: 'exports',
          title: null,
          downloads: [
            {
              id: 'export',
              name: `iris-case-${caseId}.json`,
              size: null,
              label: 'The whole case (JSON)',
              warning: '',
            },
          ],
        },
        {
          kind: 'notice',
          key: 'no-files',
          text: 'The export has no files of the datastore, and does not say which object a comment is on.',
        },
      ],
      entries: [],
      observables: [],
      count: null,
      next: null,
    }),
  };
}

/** Bytes of a case: the export, made from IRIS's JSON, or a file of the datastore, 'f-3'. */
export async function downloadOf(
  api: IrisApi,
  downloadFile: DownloadFile<typeof operations>,
  caseId: string,
  { id, name }: Download,
  options: DownloadOptions,
): Promise<ReceivedFile> {
  if (id === 'export') {
    const data = await api.read('exportCase', caseId, options.signal);
    const blob = new Blob([JSON.stringify(data, null, 2)], { type: 'application/octet-stream' });
    options.onProgress(blob.size, blob.size);
    return { blob, name };
  }
  const fileId = /^f-([1-9]\d{0,8})$/.exec(id)?.[1];
  if (fileId === undefined) throw noSuchFile();
  return downloadFile('viewFile', { params: { id: fileId }, query: { cid: caseId }, name }, options);
}

function noSuchFile(): VendorError {
  return new VendorError({
    code: 'not-found',
    reason: 'not-in-case',
    message: 'IRIS does not have this file.',
    retryable: false,
  });
}
