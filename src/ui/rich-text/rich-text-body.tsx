import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { DivideText } from '#ui/text/text-pieces.ts';
import { finishFragment, type PlacedMark } from './finish-fragment.ts';
import { markdownToHtml } from './markdown.ts';
import classes from './rich-text.module.css';
import { sanitize } from './sanitize.ts';

type RichTextBodyProps = { format: 'markdown' | 'html'; text: string; divide?: DivideText | undefined };

/** Loaded when the first such text is shown. */
export function RichTextBody({ format, text, divide }: RichTextBodyProps) {
  const place = useRef<HTMLDivElement>(null);
  const [marks, setMarks] = useState<readonly PlacedMark[]>([]);

  useLayoutEffect(() => {
    const fragment = sanitize(format === 'markdown' ? markdownToHtml(text) : text);
    const names = { host: classes['host'] ?? '', token: classes['token'] ?? '' };
    setMarks(finishFragment(fragment, names, divide));
    place.current?.replaceChildren(fragment);
  }, [format, text, divide]);

  return (
    <>
      <div ref={place} className={classes['body']} dir="auto" />
      {marks.map(({ place: element, mark }, index) => createPortal(mark, element, String(index)))}
    </>
  );
}
