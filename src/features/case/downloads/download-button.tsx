import type { CaseRef } from '#domain/case.ts';
import type { Download } from '#domain/section.ts';
import { useDownload } from '#store/case/downloads.ts';
import { DownloadControl } from './download-control.tsx';
import { saveFile } from './save-file.ts';

type DownloadButtonProps = {
  /** The record that it belongs to. */
  caseRef: CaseRef;
  download: Download;
};

/**
 * A small button that says the file's label, unless that is its name: name and size stand with whoever shows it. The first press says what
 * the file is, the second one fetches it. Beside it stand the progress and what came of it.
 */
export function DownloadButton({ caseRef, download }: DownloadButtonProps) {
  const { transfer, start, cancel } = useDownload(caseRef, download, saveFile);
  return <DownloadControl download={download} transfer={transfer} onStart={start} onCancel={cancel} />;
}
