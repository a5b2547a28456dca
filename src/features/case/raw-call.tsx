import { ChevronDown, ChevronRight } from 'lucide-react';
import type { TracedCall } from '#store/engine/engine-port.ts';
import { JsonView } from '#ui/json/json-view.tsx';
import { CopyButton } from '#ui/text/copy-button.tsx';
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
        <CopyButton text={curl} label="Copy as curl" />
        <span className={classes['word']} aria-hidden>
          curl
        </span>
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

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}
