import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { InertText } from '#ui/text/inert-text.tsx';
import type { DivideText } from '#ui/text/text-pieces.ts';
import classes from './rich-text.module.css';

const loadBody = () => import('./rich-text-body.tsx');
const RichTextBody = lazy(async () => ({ default: (await loadBody()).RichTextBody }));

/** Fetches what HTML and Markdown need before there is any, so that nothing jumps when it comes. */
export function prepareRichText(): void {
  void loadBody();
}

/** Longer text is shown on request: laying out megabytes would freeze the page. */
const shownLength = 262_144;

type RichTextViewProps = {
  format: 'text' | 'markdown' | 'html';
  text: string;
  /** What is to stand in the place of some of it. Kept the same while it says the same: another one draws all anew. */
  divide?: DivideText;
};

/** A vendor's text, rendered inert: no script, style, image or form in it, links only to the web and with their host beside them. */
export function RichTextView({ format, text, divide }: RichTextViewProps) {
  const [isWhole, setIsWhole] = useState(false);
  const isCut = !isWhole && text.length > shownLength;
  const shown = isCut ? text.slice(0, shownLength) : text;
  return (
    <div className={classes['pane']}>
      {format === 'text' ? (
        <p className={classes['plain']}>
          <InertText text={shown} shownLength={Number.POSITIVE_INFINITY} divide={divide} />
        </p>
      ) : (
        <Suspense fallback={null}>
          <RichTextBody format={format} text={shown} divide={divide} />
        </Suspense>
      )}
      {isCut ? (
        <Button onClick={() => setIsWhole(true)}>
          Show all {text.length.toLocaleString('en')} characters
        </Button>
      ) : null}
    </div>
  );
}
