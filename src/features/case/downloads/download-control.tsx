import { Button } from '@mantine/core';
import { Download as DownloadIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Download } from '#domain/section.ts';
import type { Transfer } from '#store/case/downloads.ts';
import { ErrorLine } from '#ui/feedback/error-line.tsx';
import { showHidden } from '#ui/text/hidden-characters.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import { describeFailure } from './describe-failure.ts';
import classes from './download.module.css';
import { DownloadDialog } from './download-dialog.tsx';
import { DownloadProgress } from './download-progress.tsx';

type DownloadControlProps = {
  download: Download;
  transfer: Transfer;
  onStart: () => void;
  onCancel: () => void;
};

export function DownloadControl({ download, transfer, onStart, onCancel }: DownloadControlProps) {
  const [isAsking, setAsking] = useState(false);
  const control = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { label, name } = download;
  const isNamedTwice = label === name;

  /** The button goes with the first byte; focus must not go with it. */
  function start() {
    setAsking(false);
    control.current?.focus();
    onStart();
  }

  function leave() {
    setAsking(false);
    button.current?.focus();
  }

  return (
    <span ref={control} tabIndex={-1} className={classes['control']}>
      {transfer.step === 'progress' ? (
        <DownloadProgress name={name} transfer={transfer} onCancel={onCancel} />
      ) : (
        <Button
          ref={button}
          size="compact-xs"
          leftSection={<DownloadIcon size={12} aria-hidden />}
          aria-label={`Download ${isNamedTwice ? '' : `${showHidden(label)}: `}${showHidden(name)}`}
          title={showHidden(name)}
          onClick={() => setAsking(true)}
        >
          <InertText text={isNamedTwice ? 'Download' : label} shownLength={80} />
        </Button>
      )}
      <span role="status" className={classes['outcome']}>
        {transfer.step === 'saved' ? (
          <>
            Saved as <InertText text={transfer.name} />
          </>
        ) : null}
      </span>
      {transfer.step === 'failed' ? (
        <ErrorLine text={describeFailure(transfer.error)} onRetry={onStart} />
      ) : null}
      <DownloadDialog download={download} isOpen={isAsking} onConfirm={start} onClose={leave} />
    </span>
  );
}
