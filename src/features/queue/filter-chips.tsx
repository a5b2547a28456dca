import { memo } from 'react';
import { type DateKey, dateKeys, type FacetKey, facetKeys, type View } from '#domain/view.ts';
import { FilterChip } from '#ui/chips/filter-chip.tsx';
import { dateNames, describeRange, facetNames, labelOfValue } from './filter-words.ts';
import { changeView } from './view-changes.ts';

type FilterChipsProps = {
  view: View;
  onChange: (view: View) => void;
  /** Names of connections and vendors by id. */
  names: ReadonlyMap<string, string>;
};

/** What narrows the list, one chip each; also what stood in the address and means nothing. */
export const FilterChips = memo(function FilterChips({ view, onChange, names }: FilterChipsProps) {
  return (
    <>
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
    </>
  );
});

function FacetChips({ facetKey, view, onChange, names }: FilterChipsProps & { facetKey: FacetKey }) {
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

function DateChip(props: Omit<FilterChipsProps, 'names'> & { dateKey: DateKey }) {
  const { dateKey, view, onChange } = props;
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
