import { ActionIcon, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLazyMenu } from './use-lazy-menu.ts';

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

const loadEntries = async () => (await import('./menu-entries.tsx')).MenuEntries;

export function MenuButton({
  label,
  icon,
  children,
  sections,
  size = 'normal',
  isQuiet = true,
}: MenuButtonProps) {
  const { button, anchor, Entries } = useLazyMenu(loadEntries);
  return (
    <>
      {icon === undefined ? (
        <Button {...button} variant={isQuiet ? 'subtle' : 'default'} color="gray" aria-label={label}>
          {children ?? label}
        </Button>
      ) : (
        <ActionIcon {...button} size={size === 'small' ? 20 : 28} aria-label={label} title={label}>
          {icon}
        </ActionIcon>
      )}
      {Entries === null ? null : <Entries anchor={anchor} label={label} sections={sections} />}
    </>
  );
}
