import { useInsertionEffect, useRef, useState } from 'react';

// biome-ignore lint/suspicious/noExplicitAny: any function at all, its own types are kept
type Functions = Readonly<Record<string, (...args: any[]) => unknown>>;

/** The same functions at every render, each calling its newest version: rows that have not changed are not drawn again. */
export function useLatest<Set extends Functions>(functions: Set): Set {
  const latest = useRef(functions);
  useInsertionEffect(() => {
    latest.current = functions;
  });
  const [stable] = useState(
    () =>
      Object.fromEntries(
        Object.keys(functions).map(name => [name, (...args: unknown[]) => latest.current[name]?.(...args)]),
      ) as Set,
  );
  return stable;
}

/** The value of the render before for as long as its text is the same. */
export function useSame<Value>(value: Value): Value {
  const text = JSON.stringify(value);
  const [kept, setKept] = useState({ text, value });
  if (kept.text === text) return kept.value;
  setKept({ text, value });
  return value;
}
