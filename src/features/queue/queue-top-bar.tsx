import { Button } from '@mantine/core';
import { openSpotlight } from '@mantine/spotlight';
import { Search } from 'lucide-react';
import { useNavigate } from 'react-router';
import type { ConnectionState } from '#domain/sync-state.ts';
import type { Zone } from '#store/view/resolve-view.ts';
import { Kbd } from '#ui/marks/kbd.tsx';
import { MenuButton } from '#ui/panes/menu-button.tsx';
import { TopBar } from '#ui/panes/top-bar.tsx';
import { ViewTabs } from '#ui/panes/view-tabs.tsx';
import { usePreferences } from '#ui/preferences/preferences.ts';
import classes from './queue-top-bar.module.css';
import { SaveView } from './save-view.tsx';
import { useViewTabs } from './use-view-tabs.ts';

type QueueTopBarProps = {
  search: string;
  zone: Zone;
  states: readonly ConnectionState[];
  isNarrow: boolean;
};

/** Views on the left; the palette and the zone of all times on the right. */
export function QueueTopBar({ search, zone, states, isNarrow }: QueueTopBarProps) {
  const tabs = useViewTabs(search, zone, states);
  const { change } = usePreferences();
  const navigate = useNavigate();
  if (isNarrow) {
    const current = tabs.find(tab => tab.isCurrent);
    return (
      <TopBar>
        <MenuButton
          label={current === undefined ? 'All cases and alerts' : `${current.name} ${current.count ?? ''}`}
          sections={[
            {
              heading: '',
              entries: tabs.map(({ name, to, isCurrent }) => ({
                label: name,
                isChecked: isCurrent,
                onSelect: () => void navigate(to),
              })),
            },
          ]}
        />
        <SaveView search={search} />
      </TopBar>
    );
  }
  return (
    <TopBar
      end={
        <>
          <Button
            className={classes['palette'] ?? ''}
            leftSection={<Search size={14} aria-hidden />}
            rightSection={<Kbd keys="Ctrl K" />}
            onClick={openSpotlight}
          >
            Find or run a command
          </Button>
          <MenuButton
            label="Time zone"
            sections={[
              {
                heading: 'Times',
                entries: [
                  {
                    label: 'My time zone',
                    isChecked: zone === 'local',
                    onSelect: () => change({ zone: 'local' }),
                  },
                  { label: 'UTC', isChecked: zone === 'utc', onSelect: () => change({ zone: 'utc' }) },
                ],
              },
            ]}
          >
            {zone === 'utc' ? 'UTC' : localZoneName()}
          </MenuButton>
        </>
      }
    >
      <ViewTabs tabs={tabs}>
        <SaveView search={search} />
      </ViewTabs>
    </TopBar>
  );
}

function localZoneName(): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' }).formatToParts();
  return parts.find(part => part.type === 'timeZoneName')?.value ?? 'Local';
}
