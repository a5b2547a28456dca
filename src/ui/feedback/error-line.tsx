import { Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { InertText } from '#ui/text/inert-text.tsx';
import classes from './feedback.module.css';

type ErrorLineProps = {
  /** A sentence: what is so, since when, what was not harmed, what happens next. */
  text: string;
  onRetry?: () => void;
  isRetrying?: boolean;
};

/** A section that failed, in its own place. */
export function ErrorLine({ text, onRetry, isRetrying = false }: ErrorLineProps) {
  return (
    <div className={classes['error']} role="status">
      <TriangleAlert size={14} aria-hidden className={classes['errorMark']} />
      <span className={classes['errorText']}>
        <InertText text={text} />
      </span>
      {onRetry === undefined ? null : (
        <Button
          size="compact-xs"
          // A disabled one would let go of the focus.
          aria-disabled={isRetrying}
          onClick={() => (isRetrying ? undefined : onRetry())}
        >
          {isRetrying ? 'Trying' : 'Retry'}
        </Button>
      )}
    </div>
  );
}
