import { ActionIcon, Menu } from '@mantine/core';
import { Check, Copy, X } from 'lucide-react';
import { useCopy } from '#ui/text/copy-text.ts';
import { defang } from '#ui/text/defang.ts';
import { showHidden } from '#ui/text/hidden-characters.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import classes from './chips.module.css';

const icons = { idle: Copy, copied: Check, refused: X };

/** Never a link. Shown defanged; copying offers both forms. `seen`: 'in 7'. */
export function ObservableChip({ value, seen }: { value: string; seen?: string }) {
  const { state, copy } = useCopy();
  const safe = defang(value);
  const Icon = icons[state];
  return (
    <span className={classes['observable']}>
      <span className={classes['observableValue']}>
        <InertText text={safe} />
      </span>
      {seen === undefined ? null : <span className={classes['seen']}>{seen}</span>}
      <Menu position="bottom-start">
        <Menu.Target>
          <ActionIcon size={20} aria-label={`Copy ${showHidden(safe)}`}>
            <Icon size={12} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => copy(safe)}>Copy defanged</Menu.Item>
          <Menu.Item onClick={() => copy(value)}>Copy as it is</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}
