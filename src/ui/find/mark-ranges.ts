const found = 'cf-found';
const foundCurrent = 'cf-found-current';

/** Paints what was found. Where the browser cannot, the current one is selected. */
export function markRanges(ranges: readonly Range[], current: Range | null): void {
  if (canHighlight()) {
    CSS.highlights.set(found, new Highlight(...ranges));
    const highlight = new Highlight(...(current === null ? [] : [current]));
    highlight.priority = 1;
    CSS.highlights.set(foundCurrent, highlight);
    return;
  }
  const selection = getSelection();
  selection?.removeAllRanges();
  if (current !== null) selection?.addRange(current);
}

export function unmarkRanges(): void {
  if (!canHighlight()) return;
  CSS.highlights.delete(found);
  CSS.highlights.delete(foundCurrent);
}

function canHighlight(): boolean {
  return typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight !== 'undefined';
}
