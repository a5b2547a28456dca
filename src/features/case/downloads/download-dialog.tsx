import { Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { formatBytes } from '#domain/format-bytes.ts';
import type { Download } from '#domain/section.ts';
import { Dialog } from '#ui/panes/dialog.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import classes from './download.module.css';

type DownloadDialogProps = {
  download: Download;
  isOpen: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

/** What the file is, before anything of it is fetched. */
export function DownloadDialog({ download, isOpen, onConfirm, onClose }: DownloadDialogProps) {
  const { name, size, label, warning } = download;
  return (
    <Dialog
      title="Download this file?"
      isOpen={isOpen}
      onClose={onClose}
      widthPx={440}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="filled" onClick={onConfirm}>
            Download file
          </Button>
        </>
      }
    >
      <dl className={classes['facts']}>
        <dt>File</dt>
        <dd className={classes['name']}>
          <InertText text={name} shownLength={500} />
        </dd>
        <dt>Size</dt>
        <dd>{size === null ? 'The vendor does not say' : formatBytes(size)}</dd>
        {label === name ? null : (
          <>
            <dt>What it is</dt>
            <dd>
              <InertText text={label} shownLength={200} />
            </dd>
          </>
        )}
      </dl>
      {warning === '' ? null : (
        <p className={classes['warning']} role="note">
          <TriangleAlert size={14} aria-hidden className={classes['warningMark']} />
          <span>
            <InertText text={warning} shownLength={500} />
          </span>
        </p>
      )}
      <p className={classes['support']}>It is saved as it is and not opened here.</p>
    </Dialog>
  );
}
