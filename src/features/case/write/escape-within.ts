import type { KeyboardEvent } from 'react';

/** Escape anywhere in a form leaves it, and not the page. Menus that it opened stand elsewhere and have their own. */
export function escapeWithin(leave: () => void) {
  return (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  };
}
