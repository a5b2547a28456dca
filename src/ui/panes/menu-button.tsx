import { ActionIcon, Button, Menu } from '@mantine/core';
import { Check } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { Kbd } from '#ui/marks/kbd.tsx';
import classes from './menu-button.module.css';

export type MenuEntry = {
  label: string;
  onSelect: () => void;
  icon?: ReactNode;
  keys?: string;
  /** For a choice of one: ticked where it is the current one. */
  isChecked?: boolean;
  isDisabled?: boolean;
  /** Cannot be undone. */
  isDangerous?: boolean;
};

/** Entries under a heading of their own; '' for none. */
export type MenuSection = { heading: string; entries: readonly MenuEntry[] };

type MenuButtonProps = {
  /** The accessible name; shown too when there is no icon. */
  label: string;
  /** Only this is shown then. */
  icon?: ReactNode;
  /** Instead of the label. */
  children?: ReactNode;
  sections: readonly MenuSection[];
  size?: 'small' | 'normal';
  isQuiet?: boolean;
};

function Entry({ entry }: { entry: MenuEntry }) {
  const isChoice = entry.isChecked !== undefined;
  return (
    <Menu.Item
      onClick={entry.onSelect}
      disabled={entry.isDisabled ?? false}
      className={entry.isDangerous === true ? classes['dangerous'] : undefined}
      leftSection={
        isChoice ? (
          <Check size={14} aria-hidden data-off={!entry.isChecked || undefined} className={classes['tick']} />
        ) : (
          entry.icon
        )
      }
      rightSection={entry.keys === undefined ? null : <Kbd keys={entry.keys} />}
      {...(isChoice ? { role: 'menuitemradio', 'aria-checked': entry.isChecked } : {})}
    >
      {entry.label}
    </Menu.Item>
  );
}

export function MenuButton({
  label,
  icon,
  children,
  sections,
  size = 'normal',
  isQuiet = true,
}: MenuButtonProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        {icon === undefined ? (
          <Button variant={isQuiet ? 'subtle' : 'default'} color="gray" aria-label={label}>
            {children ?? label}
          </Button>
        ) : (
          <ActionIcon size={size === 'small' ? 20 : 28} aria-label={label} title={label}>
            {icon}
          </ActionIcon>
        )}
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        {sections.map((section, index) => (
          <Fragment key={section.heading}>
            {index === 0 ? null : <Menu.Divider />}
            {section.heading === '' ? null : <Menu.Label>{section.heading}</Menu.Label>}
            {section.entries.map(entry => (
              <Entry key={entry.label} entry={entry} />
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
