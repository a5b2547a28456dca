import { Button } from '@mantine/core';
import { formatBytes } from '#domain/format-bytes.ts';
import type { Transfer } from '#store/case/downloads.ts';
import { showHidden } from '#ui/text/hidden-characters.ts';
import classes from './download.module.css';

type DownloadProgressProps = {
  name: string;
  transfer: Extract<Transfer, { step: 'progress' }>;
  onCancel: () => void;
};

export function DownloadProgress({ name, transfer, onCancel }: DownloadProgressProps) {
  const { received, total } = transfer;
  // What was said of the length may be wrong, and then says nothing.
  const isKnown = total !== null && total > 0 && received <= total;
  return (
    <>
      <progress
        className={classes['bar']}
        aria-label={`Fetching ${showHidden(name)}`}
        {...(isKnown ? { value: received, max: total } : {})}
      />
      <span className={classes['amount']}>
        {received === 0
          ? 'Asking'
          : isKnown
            ? `${formatBytes(received)} of ${formatBytes(total)}`
            : formatBytes(received)}
      </span>
      <Button size="compact-xs" aria-label={`Cancel ${showHidden(name)}`} onClick={onCancel}>
        Cancel
      </Button>
    </>
  );
}
