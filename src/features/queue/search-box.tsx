import { TextInput } from '@mantine/core';
import { useThrottledCallback } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { memo, type RefObject, useEffect, useRef, useState } from 'react';
import { Kbd } from '#ui/marks/kbd.tsx';
import classes from './filter-bar.module.css';

type SearchBoxProps = {
  q: string;
  onSearch: (q: string) => void;
  searchRef: RefObject<HTMLInputElement | null>;
  /** Ends the search: back to the grid. */
  onLeave: () => void;
};

/** The first letter counts at once, further ones as often as the eye follows. */
const typingPauseMs = 80;

export const SearchBox = memo(function SearchBox({ q, onSearch, searchRef, onLeave }: SearchBoxProps) {
  const [typed, setTyped] = useState(q);
  /** Sent from here and not yet seen to come back, oldest first. */
  const sent = useRef<string[]>([]);
  const apply = useThrottledCallback((text: string) => {
    sent.current.push(text);
    onSearch(text);
  }, typingPauseMs);

  // What comes back of what was sent is older than what is being typed and must not replace it. Anything else is a
  // change by other means: a tab, a chip, the browser's back button.
  useEffect(() => {
    const place = sent.current.lastIndexOf(q);
    sent.current = sent.current.slice(place + 1);
    if (place < 0) {
      sent.current = [];
      setTyped(q);
    }
  }, [q]);

  return (
    <TextInput
      ref={searchRef}
      type="search"
      aria-label="Search cases"
      placeholder="Search cases"
      className={classes['search'] ?? ''}
      leftSection={<Search size={14} aria-hidden />}
      rightSection={<Kbd keys="/" />}
      value={typed}
      maxLength={500}
      onChange={event => {
        setTyped(event.currentTarget.value);
        apply(event.currentTarget.value);
      }}
      onKeyDown={event => {
        if (event.key === 'Enter' || event.key === 'Escape') onLeave();
      }}
    />
  );
});
