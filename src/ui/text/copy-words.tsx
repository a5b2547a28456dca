import { Button } from '@mantine/core';
import { useCopy } from './copy-text.ts';

const words = { idle: 'Copy text', copied: 'Copied', refused: 'The browser did not allow copying' };

export function CopyWords({ text }: { text: string }) {
  const { state, copy } = useCopy();
  return (
    <Button size="compact-xs" onClick={() => copy(text)}>
      <span aria-live="polite">{words[state]}</span>
    </Button>
  );
}
