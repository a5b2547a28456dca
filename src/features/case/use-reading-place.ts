import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** A section counts as read once its head is this near to the top. */
const nearTopPx = 96;
/** So much of a section stays in sight where another case has less of it. */
const leastShownPx = 80;

/** Keys that go somewhere by themselves, and are no sign of somebody scrolling. */
const ownKeys = /^[0-9[\]]$/;

type Place = { title: string; offsetPx: number };

type ReadingPlaceOptions = {
  /** The sections of the case, in their order. */
  titles: readonly string[];
  /** Which case: another one keeps the section and the place within it. */
  name: string;
  /** What scrolls: the inner one where there is room, else the outer one. */
  outer: RefObject<HTMLElement | null>;
  inner: RefObject<HTMLElement | null>;
  /** What grows while sections come. */
  column: RefObject<HTMLElement | null>;
};

/** From where the head of a section stands when one jumps there; negative: it was scrolled past. */
function distancePx(section: HTMLElement, box: HTMLElement): number {
  const coveredPx = Number.parseFloat(getComputedStyle(section).scrollMarginTop) || 0;
  return section.getBoundingClientRect().top - box.getBoundingClientRect().top - coveredPx;
}

/**
 * Which section one reads, and the way to another. The place where one jumped, or came to with another case, is kept
 * while sections above it come in, until somebody scrolls.
 */
export function useReadingPlace({ titles, name, outer, inner, column }: ReadingPlaceOptions) {
  const [current, setCurrent] = useState(titles[0] ?? '');
  const place = useRef<Place | null>(null);
  const isHeld = useRef(false);

  const find = (title: string) =>
    column.current?.querySelector<HTMLElement>(`[data-case-section="${title}"]`) ?? null;

  function scroller(): HTMLElement | null {
    if (inner.current === null || outer.current === null) return null;
    return getComputedStyle(inner.current).overflowY === 'visible' ? outer.current : inner.current;
  }

  function restore(): void {
    const box = scroller();
    if (box === null) return;
    const section = place.current === null ? null : find(place.current.title);
    if (section === null || place.current === null) {
      box.scrollTop = 0;
      return;
    }
    const offsetPx = Math.min(place.current.offsetPx, Math.max(0, section.offsetHeight - leastShownPx));
    box.scrollTop += distancePx(section, box) + offsetPx;
  }
  const latestRestore = useRef(restore);
  latestRestore.current = restore;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another case is the reason
  useLayoutEffect(() => {
    isHeld.current = true;
    latestRestore.current();
  }, [name]);

  useEffect(() => {
    const box = column.current;
    if (box === null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => {
      if (isHeld.current) latestRestore.current();
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [column]);

  useEffect(() => {
    const box = outer.current;
    if (box === null) return;
    const letGo = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || !ownKeys.test(event.key)) isHeld.current = false;
    };
    const signs = ['wheel', 'touchstart', 'pointerdown', 'keydown'];
    for (const sign of signs) box.addEventListener(sign, letGo, { capture: true, passive: true });
    return () => {
      for (const sign of signs) box.removeEventListener(sign, letGo, { capture: true });
    };
  }, [outer]);

  return {
    /** Where another case has no such section, one is at its beginning until one comes back. */
    current: titles.includes(current) ? current : (titles[0] ?? ''),
    /** Shows a section, and goes on from there with Tab. */
    jump: (title: string) => {
      place.current = { title, offsetPx: 0 };
      isHeld.current = true;
      setCurrent(title);
      find(title)?.focus({ preventScroll: true });
      restore();
    },
    /** To be called on every scroll. */
    follow: () => {
      const box = scroller();
      if (isHeld.current || box === null) return;
      const passed = titles.flatMap(title => {
        const section = find(title);
        const belowPx = section === null ? nearTopPx : distancePx(section, box);
        return belowPx < nearTopPx ? [{ title, offsetPx: -belowPx }] : [];
      });
      place.current = box.scrollTop <= 0 ? null : (passed.at(-1) ?? null);
      setCurrent(place.current?.title ?? titles[0] ?? '');
    },
    /** Something else scrolls from here on. */
    letGo: () => {
      isHeld.current = false;
    },
  };
}
