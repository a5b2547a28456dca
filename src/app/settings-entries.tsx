import { Menu } from '@mantine/core';
import { AnchoredMenu } from '#ui/panes/anchored-menu.tsx';
import type { MenuAnchor } from '#ui/panes/use-lazy-menu.ts';
import { type Density, usePreferences, type Zone } from '#ui/preferences/preferences.ts';
import { type ColorScheme, useColorScheme } from '#ui/theme/color-scheme.ts';

type ChoiceProps<Value extends string> = {
  heading: string;
  current: Value;
  options: readonly (readonly [value: Value, label: string])[];
  onChoose: (value: Value) => void;
};

function Choice<Value extends string>({ heading, current, options, onChoose }: ChoiceProps<Value>) {
  return (
    <>
      <Menu.Label>{heading}</Menu.Label>
      {options.map(([value, label]) => (
        <Menu.RadioItem
          key={value}
          value={value}
          checked={value === current}
          onChange={() => onChoose(value)}
        >
          {label}
        </Menu.RadioItem>
      ))}
    </>
  );
}

const schemes: readonly [ColorScheme, string][] = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];
const zones: readonly [Zone, string][] = [
  ['local', 'My time zone'],
  ['utc', 'UTC'],
];
const densities: readonly [Density, string][] = [
  ['compact', 'Compact'],
  ['normal', 'Normal'],
  ['comfortable', 'Comfortable'],
];

export function SettingsEntries({ anchor, onHelp }: { anchor: MenuAnchor; onHelp: () => void }) {
  const { colorScheme, setColorScheme } = useColorScheme();
  const { zone, density, areShortcutsOn, change } = usePreferences();
  return (
    <AnchoredMenu anchor={anchor} position="right-end" width={200}>
      <Menu.Dropdown aria-label="Settings">
        <Choice heading="Colours" current={colorScheme} options={schemes} onChoose={setColorScheme} />
        <Choice heading="Times" current={zone} options={zones} onChoose={value => change({ zone: value })} />
        <Choice
          heading="Rows"
          current={density}
          options={densities}
          onChoose={value => change({ density: value })}
        />
        <Menu.Divider />
        <Menu.CheckboxItem checked={areShortcutsOn} onChange={isOn => change({ areShortcutsOn: isOn })}>
          Keyboard shortcuts
        </Menu.CheckboxItem>
        <Menu.Item onClick={onHelp}>Show the keys</Menu.Item>
      </Menu.Dropdown>
    </AnchoredMenu>
  );
}
