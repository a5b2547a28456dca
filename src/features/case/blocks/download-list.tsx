import { formatBytes } from '#domain/format-bytes.ts';
import type { Download } from '#domain/section.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import { DownloadButton } from '../downloads/download-button.tsx';
import type { BlockPlace } from './block-place.ts';
import classes from './blocks.module.css';

type DownloadListProps = {
  downloads: readonly Download[];
  place: BlockPlace;
  /** Their names stand before them already. */
  areNamed?: boolean;
};

/** What can be fetched as a file. */
export function DownloadList({ downloads, place, areNamed = false }: DownloadListProps) {
  if (downloads.length === 0) return null;
  return (
    <ul className={classes['downloads']}>
      {downloads.map(download => (
        <li key={download.id}>
          <DownloadButton caseRef={place.caseRef} download={download} />
          <span className={classes['file']}>
            {areNamed ? null : <InertText text={download.name} shownLength={200} />}
            {download.size === null ? null : (
              <span className={classes['size']}> {formatBytes(download.size)}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
