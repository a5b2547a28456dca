import { Button, Menu } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { CountPill } from '#ui/marks/badges.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import classes from './timeline-toolbar.module.css';

export type Choice<Value extends string> = { value: Value; name: string; count: number };

type FilterMenuProps<Value extends string> = {
  /** 'Kind' */
  name: string;
  choices: readonly Choice<Value>[];
  /** Empty: nothing is left out. */
  chosen: ReadonlySet<Value>;
  onChange: (chosen: ReadonlySet<Value>) => void;
};

/** Tick boxes behind a button that says how many are ticked. */
export function FilterMenu<Value extends string>(props: FilterMenuProps<Value>) {
  const { name, choices, chosen, onChange } = props;
  if (choices.length === 0) return null;
  const toggle = (value: Value) => {
    const next = new Set(chosen);
    if (!next.delete(value)) next.add(value);
    onChange(next);
  };
  return (
    // What scrolls must be reachable by keyboard.
    <Menu position="bottom-start" closeOnItemClick={false} menuItemTabIndex={0}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          aria-label={chosen.size === 0 ? name : `${name}, ${chosen.size} chosen`}
        >
          {name}
          {chosen.size === 0 ? null : <CountPill>{chosen.size}</CountPill>}
          <ChevronDown size={12} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={name} className={classes['menu'] ?? ''}>
        {choices.map(({ value, name: word, count }) => (
          <Menu.CheckboxItem
            key={value}
            checked={chosen.has(value)}
            onChange={() => toggle(value)}
            rightSection={<span className={classes['count']}>{count.toLocaleString('en')}</span>}
          >
            <InertText text={word} shownLength={120} />
          </Menu.CheckboxItem>
        ))}
        {chosen.size === 0 ? null : (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => onChange(new Set())}>Any</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
