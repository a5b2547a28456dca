import { Button } from '@mantine/core';
import type { RichText } from '#domain/case.ts';
import { ObservedRichText } from '../observables/observed-rich-text.tsx';
import classes from './entry-row.module.css';

const shortLength = 600;
const shortLines = 8;

type EntryBodyProps = { body: RichText; isOpen: boolean; onToggle: () => void };

/** Somebody's words in a box, a long text only by its beginning until asked for. */
export function EntryBody({ body, isOpen, onToggle }: EntryBodyProps) {
  const isLong = body.text.length > shortLength || body.text.split('\n', shortLines + 1).length > shortLines;
  return (
    <div className={classes['body']}>
      <div className={classes['words']} data-cut={(isLong && !isOpen) || undefined}>
        <ObservedRichText text={body} />
      </div>
      {isLong ? (
        <Button size="compact-xs" variant="subtle" aria-expanded={isOpen} onClick={onToggle}>
          {isOpen ? 'Show less' : 'Show all'}
        </Button>
      ) : null}
    </div>
  );
}
