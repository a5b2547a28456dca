import { useDebouncedValue } from '@mantine/hooks';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { collectRanges } from './collect-ranges.ts';
import { markRanges, unmarkRanges } from './mark-ranges.ts';

const waitMs = 120;
const mostRanges = 5_000;
/** A letter alone is nearly everywhere: nothing is opened for it. */
const leastToOpen = 2;

export type Find = {
  isOpen: boolean;
  text: string;
  /** What is looked for in what is folded away; '': nothing. */
  needle: string;
  /** From 0; -1: nothing is found. */
  index: number;
  count: number;
  /** Grows with every wish to type there. */
  wishes: number;
  open: () => void;
  close: () => void;
  change: (text: string) => void;
  step: (by: -1 | 1) => void;
};

/** Looks for a text in all of an element, and goes from one place to the next. */
export function useFind(root: RefObject<HTMLElement | null>, onScroll: () => void): Find {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [wishes, setWishes] = useState(0);
  const [settled] = useDebouncedValue(text, waitMs);
  const [shown, setShown] = useState({ index: -1, count: 0 });
  const ranges = useRef<readonly Range[]>([]);
  const current = useRef<Range | null>(null);
  const needle = isOpen ? settled.trim().toLowerCase() : '';

  function show(index: number, isScrolled: boolean): void {
    current.current = ranges.current[index] ?? null;
    setShown({ index: current.current === null ? -1 : index, count: ranges.current.length });
    markRanges(ranges.current, current.current);
    if (!isScrolled || current.current === null) return;
    onScroll();
    current.current.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }
  const latestShow = useRef(show);
  latestShow.current = show;

  useEffect(() => {
    const element = root.current;
    if (needle === '' || element === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const collect = () => {
      ranges.current = collectRanges(element, needle, mostRanges);
      return ranges.current;
    };
    const first = collect().findIndex(isInSight);
    latestShow.current(first < 0 ? 0 : first, true);
    // What is folded opens, and sections come in.
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const before = current.current;
        const found = collect();
        const same = found.findIndex(range => before !== null && isSame(range, before));
        latestShow.current(same < 0 ? 0 : same, before === null);
      }, waitMs);
    });
    observer.observe(element, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      clearTimeout(timer);
      ranges.current = [];
      current.current = null;
      unmarkRanges();
      setShown({ index: -1, count: 0 });
    };
  }, [needle, root]);

  return {
    isOpen,
    text,
    needle: needle.length < leastToOpen ? '' : needle,
    ...shown,
    wishes,
    open: () => {
      setOpen(true);
      setWishes(wishes + 1);
    },
    close: () => setOpen(false),
    change: setText,
    step: by => {
      const { length } = ranges.current;
      if (length > 0) show((shown.index + by + length) % length, true);
    },
  };
}

function isInSight(range: Range): boolean {
  // Nothing is laid out outside of a browser.
  return typeof range.getBoundingClientRect !== 'function' || range.getBoundingClientRect().top >= 0;
}

function isSame(one: Range, other: Range): boolean {
  return one.startContainer === other.startContainer && one.startOffset === other.startOffset;
}
