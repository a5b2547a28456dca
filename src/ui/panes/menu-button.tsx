import { ActionIcon, Button, Menu } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { Kbd } from '#ui/marks/kbd.tsx';
import classes from './menu-button.module.css';

export type MenuEntry = {
  label: string;
  onSelect: () => void;
  icon?: ReactNode;
  keys?: string;
  /** Makes it a tick box, or in a choice the current one. The menu stays open then. */
  isChecked?: boolean;
  isDisabled?: boolean;
  /** Cannot be undone. */
  isDangerous?: boolean;
};

/** Entries under a heading of their own; '' for none. */
export type MenuSection = {
  heading: string;
  entries: readonly MenuEntry[];
  /** One of the entries holds at a time. */
  isChoice?: boolean;
};

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

function Entry({ entry, isChoice }: { entry: MenuEntry; isChoice: boolean }) {
  const rightSection = entry.keys === undefined ? null : <Kbd keys={entry.keys} />;
  const disabled = entry.isDisabled ?? false;
  if (entry.isChecked !== undefined) {
    const shared = { checked: entry.isChecked, disabled, rightSection, onChange: entry.onSelect };
    return isChoice ? (
      <Menu.RadioItem value={entry.label} {...shared}>
        {entry.label}
      </Menu.RadioItem>
    ) : (
      <Menu.CheckboxItem {...shared}>{entry.label}</Menu.CheckboxItem>
    );
  }
  return (
    <Menu.Item
      onClick={entry.onSelect}
      disabled={disabled}
      className={entry.isDangerous === true ? classes['dangerous'] : undefined}
      leftSection={entry.icon}
      rightSection={rightSection}
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
              <Entry key={entry.label} entry={entry} isChoice={section.isChoice ?? false} />
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
