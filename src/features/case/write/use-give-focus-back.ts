import { useRef } from 'react';

/** What opened a form gets the focus back when the form goes. */
export function useGiveFocusBack() {
  const isWaiting = useRef(false);
  return {
    ref: (element: HTMLElement | null) => {
      if (element === null || !isWaiting.current) return;
      isWaiting.current = false;
      element.focus();
    },
    giveBack: () => {
      isWaiting.current = true;
    },
  };
}
