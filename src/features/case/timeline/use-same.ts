import { useRef } from 'react';

/** The list of last time as long as it holds the same things, so that what is made of it can be kept. */
export function useSame<Item>(list: readonly Item[]): readonly Item[] {
  const kept = useRef(list);
  const isSame =
    kept.current.length === list.length && kept.current.every((item, index) => Object.is(item, list[index]));
  if (!isSame) kept.current = list;
  return kept.current;
}
