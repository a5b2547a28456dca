import { ChevronDown } from 'lucide-react';
import { usePreferences } from '#ui/preferences/preferences.ts';
import { zoneName } from '#ui/time/format-time.ts';
import { MenuButton } from './menu-button.tsx';

/** Which zone the times on screen are in, and the switch. */
export function ZoneMenu() {
  const { zone, change } = usePreferences();
  const name = zoneName(zone, Date.now());
  return (
    <MenuButton
      label={`Times are in ${name}`}
      sections={[
        {
          heading: 'Times are shown in',
          isChoice: true,
          entries: [
            { label: 'UTC', isChecked: zone === 'utc', onSelect: () => change({ zone: 'utc' }) },
            {
              label: `Mine, ${zoneName('local', Date.now())}`,
              isChecked: zone === 'local',
              onSelect: () => change({ zone: 'local' }),
            },
          ],
        },
      ]}
    >
      {name} <ChevronDown size={12} aria-hidden />
    </MenuButton>
  );
}
