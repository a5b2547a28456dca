import { Button } from '@mantine/core';
import { ChevronDown, ChevronRight } from 'lucide-react';
import type { TracedCall } from '#store/engine/engine-port.ts';
import { JsonView } from '#ui/json/json-view.tsx';
import { CopyIcon, CopyStatus } from '#ui/text/copy-marks.tsx';
import { useCopy } from '#ui/text/copy-text.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import classes from './raw-section.module.css';

type RawCallProps = { call: TracedCall; isOpen: boolean; onToggle: () => void };

/** One call: what was asked, as a shell line too, and the whole answer. */
export function RawCall({ call, isOpen, onToggle }: RawCallProps) {
  const { method, url, body, answer, curl } = call;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <>
      <div className={classes['call']}>
        <button type="button" className={classes['opener']} aria-expanded={isOpen} onClick={onToggle}>
          <Chevron size={14} aria-hidden />
          <span className={classes['method']}>{method}</span>{' '}
          <span className={classes['url']}>
            <InertText text={url} shownLength={400} />
          </span>
        </button>
        <CopyCurl curl={curl} />
      </div>
      {isOpen ? (
        <div className={classes['answer']}>
          {body === undefined ? null : <JsonView value={body} name={`what was sent to ${pathOf(url)}`} />}
          {answer === undefined ? (
            <p className={classes['none']}>A file, not JSON.</p>
          ) : (
            <JsonView value={answer} name={`answer of ${pathOf(url)}`} />
          )}
        </div>
      ) : null}
    </>
  );
}

function CopyCurl({ curl }: { curl: string }) {
  const { state, copy } = useCopy();
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-xs"
        className={classes['copy'] ?? ''}
        aria-label="Copy as curl"
        leftSection={<CopyIcon state={state} sizePx={12} />}
        onClick={() => copy(curl)}
      >
        curl
      </Button>
      <CopyStatus state={state} />
    </>
  );
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}
