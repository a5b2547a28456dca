import { ActionIcon, CloseButton, TextInput } from '@mantine/core';
import { ChevronDown, ChevronUp, Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import classes from './find-bar.module.css';
import type { Find } from './use-find.ts';

/** `label`: what is searched: 'Find in this case'. */
export function FindBar({ find, label }: { find: Find; label: string }) {
  const input = useRef<HTMLInputElement>(null);
  const { close, wishes } = find;

  // Whoever had the focus gets it back.
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every wish to type is one
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, [wishes]);

  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === input.current) find.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <section className={classes['bar']} aria-label={label} onKeyDown={press}>
      <TextInput
        ref={input}
        type="search"
        className={classes['input'] ?? ''}
        aria-label={label}
        placeholder="Find"
        leftSection={<Search size={14} aria-hidden />}
        value={find.text}
        onChange={event => find.change(event.currentTarget.value)}
      />
      <span className={classes['count']} role="status">
        {countWords(find)}
      </span>
      <ActionIcon
        aria-label="Previous match"
        title="Previous match (Shift Enter)"
        onClick={() => find.step(-1)}
      >
        <ChevronUp size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon aria-label="Next match" title="Next match (Enter)" onClick={() => find.step(1)}>
        <ChevronDown size={14} aria-hidden />
      </ActionIcon>
      <CloseButton aria-label="Close the search" onClick={close} />
    </section>
  );
}

function countWords({ text, index, count }: Find): string {
  if (text.trim() === '') return '';
  if (count === 0) return 'None';
  return `${(index + 1).toLocaleString('en')} of ${count.toLocaleString('en')}`;
}
