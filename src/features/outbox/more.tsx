import { Button } from '@mantine/core';
import { useState } from 'react';

const step = 50;

/** A long list is drawn in steps. */
export function useMore(total: number): { count: number; total: number; onMore: () => void } {
  const [count, setCount] = useState(step);
  return { count, total, onMore: () => setCount(count + step) };
}

export function More({ count, total, onMore }: ReturnType<typeof useMore>) {
  if (total <= count) return null;
  return (
    <Button size="compact-xs" onClick={onMore}>
      Show {Math.min(step, total - count)} more of {(total - count).toLocaleString('en')}
    </Button>
  );
}
