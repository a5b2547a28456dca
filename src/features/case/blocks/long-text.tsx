import { Button } from '@mantine/core';
import { use, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RichText } from '#domain/case.ts';
import { UnfoldContext } from '#ui/find/unfold.ts';
import { ObservedRichText } from '../observables/observed-rich-text.tsx';
import classes from './long-text.module.css';

const longFromCharacters = 1_600;
/** Much of HTML is markup. */
const longHtmlFromCharacters = 4_000;
const longFromLines = 18;

export function isLong({ format, text }: RichText): boolean {
  const limit = format === 'html' ? longHtmlFromCharacters : longFromCharacters;
  return text.length > limit || text.split('\n', longFromLines + 1).length > longFromLines;
}

/** A vendor's text; a long one shows its beginning, and all of it on request. */
export function LongText({ text }: { text: RichText }) {
  if (!isLong(text)) return <ObservedRichText text={text} />;
  return <FoldedText text={text} />;
}

function FoldedText({ text }: { text: RichText }) {
  const [isOpen, setOpen] = useState(false);
  const [isCut, setCut] = useState(true);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { needle } = use(UnfoldContext);

  // All of it is drawn, so what is drawn is looked at: the markup around it is not read.
  useEffect(() => {
    if (needle !== '' && box.current?.textContent?.toLowerCase().includes(needle) === true) setOpen(true);
  }, [needle]);

  useEffect(() => {
    const element = box.current;
    if (element === null || isOpen || typeof ResizeObserver === 'undefined') return;
    let frame = 0;
    const measure = () => setCut(element.scrollHeight > element.clientHeight + 1);
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    });
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [isOpen]);

  function toggle(): void {
    const before = button.current?.getBoundingClientRect().top ?? 0;
    flushSync(() => setOpen(!isOpen));
    const movedPx = (button.current?.getBoundingClientRect().top ?? 0) - before;
    // Opened, it grows downwards. Folded, the button stays under the pointer as far as there is room above.
    if (isOpen) scrollerOf(button.current)?.scrollBy({ top: movedPx });
  }

  return (
    <div>
      <div ref={box} className={classes['box']} data-folded={(!isOpen && isCut) || undefined}>
        <ObservedRichText text={text} />
      </div>
      {isOpen || isCut ? (
        <Button
          ref={button}
          variant="subtle"
          size="compact-xs"
          aria-expanded={isOpen}
          className={classes['button'] ?? ''}
          onClick={toggle}
        >
          {isOpen ? 'Show less' : 'Show all'}
        </Button>
      ) : null}
    </div>
  );
}

function scrollerOf(element: Element | null): Element | null {
  for (let box = element?.parentElement ?? null; box !== null; box = box.parentElement) {
    const { overflowY } = getComputedStyle(box);
    if (box.scrollHeight > box.clientHeight && (overflowY === 'auto' || overflowY === 'scroll')) return box;
  }
  return null;
}
