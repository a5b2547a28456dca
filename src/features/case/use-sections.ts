import { type RefObject, type UIEvent, useRef, useState } from 'react';

/** A section counts as read once its head is this near to the top. */
const nearTopPx = 96;
const jumpMs = 100;

/** Which section one reads, and the way to another. */
export function useSections(titles: readonly string[], content: RefObject<HTMLElement | null>) {
  const [current, setCurrent] = useState(titles[0] ?? '');
  const jumpedAt = useRef(Number.NEGATIVE_INFINITY);

  const find = (title: string) =>
    content.current?.querySelector<HTMLElement>(`[data-case-section="${title}"]`) ?? null;

  function show(title: string): void {
    jumpedAt.current = performance.now();
    setCurrent(title);
    find(title)?.scrollIntoView({ block: 'start' });
  }

  return {
    current,
    show,
    /** Shows it, and goes on from there with Tab. */
    jump: (title: string) => {
      find(title)?.focus({ preventScroll: true });
      show(title);
    },
    follow: (event: UIEvent) => {
      // The last sections may not reach the top: where one jumped is where one is.
      if (event.timeStamp - jumpedAt.current < jumpMs || !(event.target instanceof Element)) return;
      const line = event.target.getBoundingClientRect().top + nearTopPx;
      const passed = titles.filter(title => (find(title)?.getBoundingClientRect().top ?? line) < line);
      setCurrent(passed.at(-1) ?? titles[0] ?? '');
    },
  };
}
