import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const scheme = 'data-mantine-color-scheme';

/** True while the page is on its way to paper: black on white, and all of it. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const root = document.documentElement;
    let before: string | null = null;
    const begin = () => {
      before = root.getAttribute(scheme);
      root.setAttribute(scheme, 'light');
      // The browser takes the page as it is when this returns.
      flushSync(() => setPrinting(true));
    };
    const end = () => {
      if (before !== null) root.setAttribute(scheme, before);
      setPrinting(false);
    };
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}
