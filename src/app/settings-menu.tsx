import { Menu } from '@mantine/core';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Density, usePreferences, type Zone } from '#ui/preferences/preferences.ts';
import { type ColorScheme, useColorScheme } from '#ui/theme/color-scheme.ts';
import classes from './settings-menu.module.css';

type ChoiceProps<Value extends string> = {
  heading: string;
  current: Value;
  options: readonly (readonly [value: Value, label: string])[];
  onChoose: (value: Value) => void;
};

function tick(isOn: boolean): ReactNode {
  return <Check size={14} aria-hidden className={classes['tick']} data-off={!isOn || undefined} />;
}

function Choice<Value extends string>({ heading, current, options, onChoose }: ChoiceProps<Value>) {
  return (
    <>
      <Menu.Label>{heading}</Menu.Label>
      {options.map(([value, label]) => (
        <Menu.Item
          key={value}
          role="menuitemradio"
          aria-checked={value === current}
          leftSection={tick(value === current)}
          onClick={() => onChoose(value)}
        >
          {label}
        </Menu.Item>
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

/** Settings of this browser. `children` is the button that opens them; `onHelp` shows the keys. */
export function SettingsMenu({ children, onHelp }: { children: ReactNode; onHelp: () => void }) {
  const { colorScheme, setColorScheme } = useColorScheme();
  const { zone, density, areShortcutsOn, change } = usePreferences();
  return (
    <Menu position="right-end" width={200} closeOnItemClick={false}>
      <Menu.Target>{children}</Menu.Target>
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
        <Menu.Item
          role="menuitemcheckbox"
          aria-checked={areShortcutsOn}
          leftSection={tick(areShortcutsOn)}
          onClick={() => change({ areShortcutsOn: !areShortcutsOn })}
        >
          Keyboard shortcuts
        </Menu.Item>
        <Menu.Item leftSection={tick(false)} closeMenuOnClick onClick={onHelp}>
          Show the keys
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
