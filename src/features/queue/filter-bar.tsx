import { TextInput } from '@mantine/core';
import { useThrottledCallback } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { type DateKey, dateKeys, type FacetKey, facetKeys, type View } from '#domain/view.ts';
import { FilterChip } from '#ui/chips/filter-chip.tsx';
import { Kbd } from '#ui/marks/kbd.tsx';
import classes from './filter-bar.module.css';
import { dateNames, describeRange, facetNames, labelOfValue } from './filter-words.ts';
import { changeView } from './view-changes.ts';

type FilterBarProps = {
  view: View;
  onChange: (view: View, isTyping?: boolean) => void;
  searchRef: RefObject<HTMLInputElement | null>;
  /** Names of connections and vendors by id. */
  names: ReadonlyMap<string, string>;
  /** Ends the search box: back to the grid. */
  onLeaveSearch: () => void;
  /** Adds a filter: stands behind the chips. */
  adder: ReactNode;
  end: ReactNode;
};

/** The first letter counts at once, further ones as often as the eye follows. */
const typingPauseMs = 80;

export function FilterBar({ view, onChange, searchRef, names, onLeaveSearch, adder, end }: FilterBarProps) {
  const [typed, setTyped] = useState(view.q);
  const sent = useRef(view.q);
  const apply = useThrottledCallback((q: string) => {
    sent.current = q;
    onChange(changeView.search(view, q), true);
  }, typingPauseMs);

  // The URL changed by other means: a tab, a chip, the browser's back button. What was sent from here is older than
  // what is being typed and must not replace it.
  useEffect(() => {
    if (view.q === sent.current) return;
    sent.current = view.q;
    setTyped(view.q);
  }, [view.q]);

  return (
    <div className={classes['bar']}>
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
          if (event.key === 'Enter' || event.key === 'Escape') onLeaveSearch();
        }}
      />
      <div className={classes['chips']}>
        {facetKeys.map(key => (
          <FacetChips key={key} facetKey={key} view={view} onChange={onChange} names={names} />
        ))}
        {dateKeys.map(key => (
          <DateChip key={key} dateKey={key} view={view} onChange={onChange} />
        ))}
        {view.leftovers.map(([key, value], at) => (
          <FilterChip
            // biome-ignore lint/suspicious/noArrayIndexKey: the same nonsense may stand there twice
            key={`${key} ${value} ${at}`}
            field={key}
            relation="means nothing here:"
            value={value}
            isUnknown
            onRemove={() => onChange(changeView.dropLeftover(view, at))}
          />
        ))}
        {adder}
      </div>
      <div className={classes['end']}>{end}</div>
    </div>
  );
}

type ChipProps = Pick<FilterBarProps, 'view' | 'onChange'>;

function FacetChips({
  facetKey,
  view,
  onChange,
  names,
}: ChipProps & Pick<FilterBarProps, 'names'> & { facetKey: FacetKey }) {
  const filter = view.facets[facetKey];
  if (filter === undefined) return null;
  return (['include', 'exclude'] as const).map(side =>
    filter[side].length === 0 ? null : (
      <FilterChip
        key={side}
        field={facetNames[facetKey]}
        isNegated={side === 'exclude'}
        value={filter[side].map(value => labelOfValue(facetKey, value, names)).join(', ')}
        onToggle={() => onChange(changeView.turnFacet(view, facetKey, side))}
        onRemove={() => onChange(changeView.facet(view, facetKey, filter[side], 'off'))}
      />
    ),
  );
}

function DateChip({ dateKey, view, onChange }: ChipProps & { dateKey: DateKey }) {
  const range = view.dates[dateKey];
  if (range === undefined) return null;
  return (
    <FilterChip
      field={dateNames[dateKey]}
      relation=""
      value={describeRange(range)}
      onRemove={() => onChange(changeView.dates(view, dateKey, null))}
    />
  );
}
