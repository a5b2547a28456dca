import { Rows3 } from 'lucide-react';
import { memo } from 'react';
import { MenuButton } from '#ui/panes/menu-button.tsx';
import { type Density, usePreferences } from '#ui/preferences/preferences.ts';

const densities: readonly [Density, string][] = [
  ['compact', 'Compact'],
  ['normal', 'Normal'],
  ['comfortable', 'Comfortable'],
];

/** How tall the rows are. */
export const DensityMenu = memo(function DensityMenu() {
  const { density, change } = usePreferences();
  return (
    <MenuButton
      label="Row height"
      icon={<Rows3 size={16} aria-hidden />}
      sections={[
        {
          heading: 'Rows',
          isChoice: true,
          entries: densities.map(([value, label]) => ({
            label,
            isChecked: value === density,
            onSelect: () => change({ density: value }),
          })),
        },
      ]}
    />
  );
});
