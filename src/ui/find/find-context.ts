import { createContext, use, useEffect, useRef } from 'react';

/** What is looked for on the page, in lower case; '': nothing. */
export const FindContext = createContext('');

/** Calls `open` once what is looked for is in a text that is folded away. */
export function useOpenWhenSought(textOf: () => string, open: () => void): void {
  const needle = use(FindContext);
  const latest = useRef({ textOf, open });
  latest.current = { textOf, open };
  useEffect(() => {
    if (needle !== '' && latest.current.textOf().toLowerCase().includes(needle)) latest.current.open();
  }, [needle]);
}
