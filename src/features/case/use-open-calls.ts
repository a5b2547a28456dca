import { useState } from 'react';
import type { OpenCalls } from './raw-section.tsx';

export function useOpenCalls(): OpenCalls {
  const [names, setNames] = useState<ReadonlySet<string>>(new Set());
  return {
    has: name => names.has(name),
    toggle: name =>
      setNames(names.has(name) ? new Set([...names].filter(one => one !== name)) : new Set([...names, name])),
  };
}
