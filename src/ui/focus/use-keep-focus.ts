import { type RefObject, useEffect } from 'react';

/**
 * When what has the focus leaves the page ('Retry' that worked, the last 'Read more'), the focus goes to the nearest
 * thing around it that can take it, instead of to the top of the page.
 */
export function useKeepFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    let around: Element[] = [];
    const remember = (event: FocusEvent) => {
      around = event.target instanceof Element ? ancestorsOf(event.target, element) : [];
    };
    const forget = (event: FocusEvent) => {
      if (event.relatedTarget !== null) around = [];
    };
    const observer = new MutationObserver(() => {
      const [focused] = around;
      if (focused === undefined || focused.isConnected) return;
      const isLost = document.activeElement === document.body || document.activeElement === null;
      const heir = around.find(
        one => one.isConnected && one instanceof HTMLElement && one.hasAttribute('tabindex'),
      );
      around = [];
      if (isLost && heir instanceof HTMLElement) heir.focus({ preventScroll: true });
    });
    element.addEventListener('focusin', remember);
    element.addEventListener('focusout', forget);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', remember);
      element.removeEventListener('focusout', forget);
      observer.disconnect();
    };
  }, [root]);
}

/** From the element itself up to the root. */
function ancestorsOf(element: Element, root: Element): Element[] {
  const found: Element[] = [];
  for (let one: Element | null = element; one !== null; one = one.parentElement) {
    found.push(one);
    if (one === root) break;
  }
  return found;
}
