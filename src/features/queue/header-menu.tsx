import { UnstyledButton } from '@mantine/core';
import { ChevronDown, Pin } from 'lucide-react';
import { memo } from 'react';
import { useLazyMenu } from '#ui/panes/use-lazy-menu.ts';
import type { QueueHeaderProps } from './queue-header.tsx';
import classes from './queue-table.module.css';
import type { DrawnColumn } from './use-column-model.ts';

export type HeaderMenuProps = Pick<QueueHeaderProps, 'onMove' | 'onHide' | 'onPin' | 'onResizeBy'> & {
  column: DrawnColumn;
  name: string;
};

const loadEntries = async () => (await import('./header-entries.tsx')).HeaderEntries;

/** What can be done with a column. */
export const HeaderMenu = memo(function HeaderMenu(props: HeaderMenuProps) {
  const { button, anchor, Entries } = useLazyMenu(loadEntries);
  return (
    <>
      <UnstyledButton {...button} className={classes['headMenu']} aria-label={`Column ${props.name}`}>
        {props.column.pinnedAtPx === null ? (
          <ChevronDown size={11} aria-hidden />
        ) : (
          <Pin size={10} aria-hidden />
        )}
      </UnstyledButton>
      {Entries === null ? null : <Entries anchor={anchor} {...props} />}
    </>
  );
});
