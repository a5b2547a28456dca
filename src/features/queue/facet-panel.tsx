import { memo, useDeferredValue, useState } from 'react';
import type { FacetCounts } from '#domain/queue-index.ts';
import { assigneeMe, type FacetFilter, type FacetKey, facetKeys, nobody, type View } from '#domain/view.ts';
import { type Severity, type Status, severities, statuses } from '#domain/words.ts';
import { FacetGroup, type FacetValue } from '#ui/facets/facet-group.tsx';
import { SeverityMark } from '#ui/marks/severity-mark.tsx';
import { StatusGlyph } from '#ui/marks/status-glyph.tsx';
import classes from './facet-panel.module.css';
import { facetNames, labelOfValue } from './filter-words.ts';
import type { FacetState } from './view-changes.ts';

const shownAtFirst = 8;
const noCounts: FacetCounts[FacetKey] = [];

type FacetPanelProps = {
  facets: FacetCounts | null;
  filters: View['facets'];
  onChange: (key: FacetKey, value: string, state: FacetState) => void;
};

export const FacetPanel = memo(function FacetPanel({ facets, filters, onChange }: FacetPanelProps) {
  // Rows come first: what is counted beside them follows in a frame of its own.
  const all = useDeferredValue(facets);
  return (
    <div className={classes['panel']}>
      {facetKeys.map(key => (
        <Facet
          key={key}
          facetKey={key}
          counts={all?.[key] ?? noCounts}
          filter={filters[key]}
          onChange={onChange}
        />
      ))}
    </div>
  );
});

const Facet = memo(function Facet(props: {
  facetKey: FacetKey;
  counts: FacetCounts[FacetKey];
  filter: FacetFilter | undefined;
  onChange: FacetPanelProps['onChange'];
}) {
  const { facetKey, counts, filter, onChange } = props;
  const [isWhole, setWhole] = useState(false);
  const stateOf = (value: string): FacetState => {
    if (filter?.include.includes(value) === true) return 'in';
    return filter?.exclude.includes(value) === true ? 'out' : 'off';
  };
  const values: FacetValue[] = inFieldOrder(facetKey, counts).map(({ value, label, count }) => ({
    value,
    label: value === nobody || value === assigneeMe ? labelOfValue(facetKey, value) : label,
    count,
    state: stateOf(value),
    mark: markOf(facetKey, value),
  }));
  const shown = isWhole ? values : values.filter((value, at) => at < shownAtFirst || value.state !== 'off');
  return (
    <FacetGroup
      name={facetNames[facetKey]}
      values={shown}
      onChange={(value, state) => onChange(facetKey, value, state)}
    >
      {values.length > shown.length || isWhole ? (
        <button type="button" className={classes['more']} onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Show fewer' : `Show ${values.length - shown.length} more`}
        </button>
      ) : null}
    </FacetGroup>
  );
});

/** Severity and status in their own order; people's words by count, with nobody and me first. */
function inFieldOrder(key: FacetKey, counts: FacetCounts[FacetKey]): FacetCounts[FacetKey] {
  const order: readonly string[] | null =
    key === 'severity'
      ? severities
      : key === 'status'
        ? statuses
        : key === 'assignee'
          ? [nobody, assigneeMe]
          : null;
  if (order === null) return counts;
  const rank = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
  return [...counts].sort((a, b) => rank(a.value) - rank(b.value));
}

function markOf(key: FacetKey, value: string) {
  if (key === 'severity') return <SeverityMark severity={value as Severity} isDecoration />;
  if (key === 'status') return <StatusGlyph status={value as Status} isDecoration />;
  return undefined;
}
