import { Menu, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { assigneeMe, type DateKey, dateKeys, type FacetKey, facetKeys, nobody } from '#domain/view.ts';
import { AnchoredMenu } from '#ui/panes/anchored-menu.tsx';
import type { MenuAnchor } from '#ui/panes/use-lazy-menu.ts';
import type { AddFilterProps } from './add-filter.tsx';
import classes from './add-filter-entries.module.css';
import { dateNames, facetNames, labelOfValue } from './filter-words.ts';
import { changeView } from './view-changes.ts';

const spans = [
  { label: 'Last 24 hours', from: '-24h' },
  { label: 'Last 7 days', from: '-7d' },
  { label: 'Last 30 days', from: '-30d' },
] as const;
const aheads = [
  { label: 'Already past', to: '-0h' },
  { label: 'Within a day', to: '+1d' },
  { label: 'Within a week', to: '+7d' },
] as const;

type AddFilterEntriesProps = AddFilterProps & { anchor: MenuAnchor };

export function AddFilterEntries({ anchor, view, facets, onChange }: AddFilterEntriesProps) {
  const [field, setField] = useState<FacetKey | DateKey | null>(null);
  const dropdown = useRef<HTMLDivElement>(null);

  // The entry that was chosen is gone, and the focus with it.
  useEffect(() => {
    if (field !== null) dropdown.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
  }, [field]);

  return (
    <AnchoredMenu
      anchor={anchor}
      position="bottom-start"
      closeOnItemClick={false}
      // What scrolls must be reachable by keyboard.
      menuItemTabIndex={0}
      onClose={() => setField(null)}
    >
      <Menu.Dropdown ref={dropdown} className={classes['menu'] ?? ''}>
        {field === null ? (
          <>
            {facetKeys.map(key => (
              <Menu.Item key={key} onClick={() => setField(key)}>
                {facetNames[key]}
              </Menu.Item>
            ))}
            <Menu.Divider />
            {dateKeys.map(key => (
              <Menu.Item key={key} onClick={() => setField(key)}>
                {dateNames[key]}
              </Menu.Item>
            ))}
          </>
        ) : isDateKey(field) ? (
          <DateChoices dateKey={field} view={view} onChange={onChange} />
        ) : (
          <ValueChoices facetKey={field} view={view} facets={facets} onChange={onChange} />
        )}
      </Menu.Dropdown>
    </AnchoredMenu>
  );
}

function isDateKey(field: FacetKey | DateKey): field is DateKey {
  return (dateKeys as readonly string[]).includes(field);
}

function ValueChoices({ facetKey, view, facets, onChange }: AddFilterProps & { facetKey: FacetKey }) {
  const chosen = view.facets[facetKey]?.include ?? [];
  const special = facetKey === 'assignee' ? [assigneeMe, nobody] : [];
  const values = [
    ...special.map(value => ({ value, label: labelOfValue(facetKey, value) })),
    ...(facets?.[facetKey] ?? []).filter(({ value }) => !special.includes(value)),
  ].slice(0, 40);
  if (values.length === 0) return <Menu.Label>No value among these rows</Menu.Label>;
  return (
    <>
      <Menu.Label>{facetNames[facetKey]} is</Menu.Label>
      {values.map(({ value, label }) => {
        const isChosen = chosen.includes(value);
        return (
          <Menu.CheckboxItem
            key={value}
            checked={isChosen}
            onChange={() => onChange(changeView.facet(view, facetKey, [value], isChosen ? 'off' : 'in'))}
          >
            {label}
          </Menu.CheckboxItem>
        );
      })}
    </>
  );
}

function DateChoices({ dateKey, view, onChange }: Omit<AddFilterProps, 'facets'> & { dateKey: DateKey }) {
  const range = view.dates[dateKey] ?? { from: null, to: null };
  const isAhead = dateKey === 'due' || dateKey === 'expires';
  const set = (from: string | null, to: string | null) =>
    onChange(changeView.dates(view, dateKey, from === null && to === null ? null : { from, to }));
  const dayOf = (end: string | null) => (end !== null && /^\d{4}/.test(end) ? end : '');
  return (
    <>
      <Menu.Label>{dateNames[dateKey]}</Menu.Label>
      {isAhead
        ? aheads.map(({ label, to }) => (
            <Menu.Item key={to} onClick={() => set(null, to)}>
              {label}
            </Menu.Item>
          ))
        : spans.map(({ label, from }) => (
            <Menu.Item key={from} onClick={() => set(from, null)}>
              {label}
            </Menu.Item>
          ))}
      <div className={classes['days']}>
        <TextInput
          type="date"
          label="From"
          value={dayOf(range.from)}
          onChange={event => set(event.currentTarget.value || null, range.to)}
        />
        <TextInput
          type="date"
          label="To"
          value={dayOf(range.to)}
          onChange={event => set(range.from, event.currentTarget.value || null)}
        />
      </div>
    </>
  );
}
