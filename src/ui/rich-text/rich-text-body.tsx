import { useLayoutEffect, useRef } from 'react';
import { finishFragment } from './finish-fragment.ts';
import { markdownToHtml } from './markdown.ts';
import classes from './rich-text.module.css';
import { sanitize } from './sanitize.ts';

type RichTextBodyProps = { format: 'markdown' | 'html'; text: string };

/** Loaded when the first such text is shown. */
export function RichTextBody({ format, text }: RichTextBodyProps) {
  const place = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const fragment = sanitize(format === 'markdown' ? markdownToHtml(text) : text);
    finishFragment(fragment, { host: classes['host'] ?? '', token: classes['token'] ?? '' });
    place.current?.replaceChildren(fragment);
  }, [format, text]);

  return <div ref={place} className={classes['body']} dir="auto" />;
}
