import { createContext, use, useEffect, useRef } from 'react';

export type Unfolding = {
  /** What is looked for on the page, in lower case; '': nothing. */
  needle: string;
  /** All is shown, as on paper. */
  isAll: boolean;
};

/** What makes folded parts of a page open by themselves. */
export const UnfoldContext = createContext<Unfolding>({ needle: '', isAll: false });

/** Calls `open` once what is looked for is in a text that is folded away. True while all is shown. */
export function useUnfold(textOf: () => string, open: () => void): boolean {
  const { needle, isAll } = use(UnfoldContext);
  const latest = useRef({ textOf, open });
  latest.current = { textOf, open };
  useEffect(() => {
    if (needle !== '' && latest.current.textOf().toLowerCase().includes(needle)) latest.current.open();
  }, [needle]);
  return isAll;
}
