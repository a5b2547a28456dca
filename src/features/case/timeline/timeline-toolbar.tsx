import { SegmentedControl, TextInput } from '@mantine/core';
import { ChevronDown, Search } from 'lucide-react';
import { useMemo } from 'react';
import { MenuButton } from '#ui/panes/menu-button.tsx';
import { choicesOf } from './choices-of.ts';
import { CopyTimeline } from './copy-timeline.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { TimeJump } from './time-jump.tsx';
import type { Doer } from './timeline-filter.ts';
import type { Order } from './timeline-rows.ts';
import classes from './timeline-toolbar.module.css';
import type { TimelineView } from './use-timeline-view.ts';
import type { TimeZone } from './zone-time.ts';

const doers: { value: Doer; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'people', label: 'People' },
  { value: 'machines', label: 'Machines' },
];
const orders: readonly [Order, string][] = [
  ['newest', 'Newest first'],
  ['oldest', 'Oldest first'],
];

type TimelineToolbarProps = {
  view: TimelineView;
  timeZone: TimeZone;
  badge: string;
  onJump: (at: number) => void;
};

export function TimelineToolbar({ view, timeZone, badge, onJump }: TimelineToolbarProps) {
  const { filter, changeFilter, order, setOrder, placed, rows } = view;
  const choices = useMemo(() => choicesOf(placed), [placed]);
  const orderName = orders.find(([value]) => value === order)?.[1];
  return (
    <div className={classes['toolbar']}>
      <SegmentedControl
        aria-label="Done by"
        data={doers}
        value={filter.doer}
        onChange={doer => changeFilter({ doer })}
      />
      <div className={classes['filters']}>
        <FilterMenu
          name="Kind"
          choices={choices.kinds}
          chosen={filter.kinds}
          onChange={kinds => changeFilter({ kinds })}
        />
        <FilterMenu
          name="Person"
          choices={choices.people}
          chosen={filter.people}
          onChange={people => changeFilter({ people })}
        />
        <FilterMenu
          name="Source"
          choices={choices.sources}
          chosen={filter.sources}
          onChange={sources => changeFilter({ sources })}
        />
      </div>
      <div className={classes['end']}>
        <MenuButton
          label={`Order: ${orderName}`}
          sections={[
            {
              heading: '',
              isChoice: true,
              entries: orders.map(([value, label]) => ({
                label,
                isChecked: value === order,
                onSelect: () => setOrder(value),
              })),
            },
          ]}
        >
          {orderName} <ChevronDown size={12} aria-hidden />
        </MenuButton>
        <CopyTimeline rows={rows} timeZone={timeZone} badge={badge} />
      </div>
      <div className={classes['find']}>
        <TextInput
          type="search"
          aria-label="Search the timeline"
          placeholder="Search the timeline"
          className={classes['search'] ?? ''}
          leftSection={<Search size={14} aria-hidden />}
          value={filter.text}
          maxLength={500}
          onChange={event => changeFilter({ text: event.currentTarget.value })}
        />
        <TimeJump timeZone={timeZone} onJump={onJump} />
      </div>
    </div>
  );
}
