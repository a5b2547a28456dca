import { Menu } from '@mantine/core';
import { Fragment } from 'react';
import { Kbd } from '#ui/marks/kbd.tsx';
import { AnchoredMenu } from './anchored-menu.tsx';
import type { MenuEntry, MenuSection } from './menu-button.tsx';
import classes from './menu-entries.module.css';
import type { MenuAnchor } from './use-lazy-menu.ts';

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

type MenuEntriesProps = { anchor: MenuAnchor; label: string; sections: readonly MenuSection[] };

export function MenuEntries({ anchor, label, sections }: MenuEntriesProps) {
  return (
    <AnchoredMenu anchor={anchor} position="bottom-end">
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
    </AnchoredMenu>
  );
}
