import { ChevronDown } from 'lucide-react';
import { memo } from 'react';
import { useNavigate } from 'react-router';
import type { Zone } from '#store/view/resolve-view.ts';
import { MenuButton } from '#ui/panes/menu-button.tsx';
import { PaletteTrigger } from '#ui/panes/palette-trigger.tsx';
import { TopBar } from '#ui/panes/top-bar.tsx';
import { ViewTabs } from '#ui/panes/view-tabs.tsx';
import { ZoneMenu } from '#ui/panes/zone-menu.tsx';
import classes from './queue-top-bar.module.css';
import { useViewTabs } from './use-view-tabs.ts';

type QueueTopBarProps = {
  search: string;
  zone: Zone;
  isNarrow: boolean;
};

/** Views on the left; the palette and the zone of all times on the right. */
export const QueueTopBar = memo(function QueueTopBar({ search, zone, isNarrow }: QueueTopBarProps) {
  const tabs = useViewTabs(search, zone);
  const navigate = useNavigate();
  if (isNarrow) {
    const current = tabs.find(tab => tab.isCurrent);
    return (
      <TopBar>
        <MenuButton
          label={`View: ${current?.name ?? 'All cases and alerts'}`}
          sections={[
            {
              heading: '',
              isChoice: true,
              entries: tabs.map(({ name, to, isCurrent }) => ({
                label: name,
                isChecked: isCurrent,
                onSelect: () => void navigate(to),
              })),
            },
          ]}
        >
          <span className={classes['current']}>{current?.name ?? 'All cases and alerts'}</span>
          <span className={classes['count']}>{current?.count}</span>
          <ChevronDown size={14} aria-hidden />
        </MenuButton>
      </TopBar>
    );
  }
  return (
    <TopBar
      end={
        <>
          <PaletteTrigger />
          <ZoneMenu />
        </>
      }
    >
      <ViewTabs tabs={tabs} />
    </TopBar>
  );
});
