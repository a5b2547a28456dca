import { Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Kbd } from '#ui/marks/kbd.tsx';
import { useShortcut } from '#ui/shortcuts/use-shortcut.ts';
import { showHidden } from '#ui/text/hidden-characters.ts';
import classes from './fields.module.css';

export type MenuChoice = { value: string; label: string; icon?: ReactNode };

type ChoiceMenuProps = {
  /** What is chosen: 'Status'. */
  name: string;
  /** What stands there now. */
  children: ReactNode;
  choices: readonly MenuChoice[];
  current: string | null;
  onChoose: (value: string) => void;
  /** Why nothing can be chosen, in a sentence; null: it can. */
  unavailable: string | null;
  /** What the vendor does that people would not expect. */
  warning: string;
  keys?: string;
  /** What the same key twice in a row chooses; null: nothing. */
  twice?: { value: string; description: string } | null;
};

const searchedFrom = 8;
const twiceMs = 1_000;

/** A value that opens what may stand in its place. */
export function ChoiceMenu(props: ChoiceMenuProps) {
  const { name, children, choices, current, onChoose, unavailable, warning, keys, twice = null } = props;
  const [isOpen, setOpen] = useState(false);
  const [needle, setNeedle] = useState('');
  const openedByKeyAt = useRef(Number.NEGATIVE_INFINITY);
  const reasonId = useId();
  const isSearched = choices.length > searchedFrom;
  const shown = choices.filter(({ label }) => label.toLowerCase().includes(needle.trim().toLowerCase()));

  function choose(value: string): void {
    setOpen(false);
    setNeedle('');
    if (value !== current) onChoose(value);
  }

  useShortcut({
    keys: keys ?? 's',
    description: `Change ${name.toLowerCase()}`,
    group: 'Case',
    isEnabled: keys !== undefined && unavailable === null,
    run: () => {
      openedByKeyAt.current = performance.now();
      setOpen(true);
    },
  });
  useShortcut({
    keys: `${keys ?? 's'}>${keys ?? 's'}`,
    description: twice?.description ?? '',
    group: 'Case',
    isEnabled: keys !== undefined && twice !== null && unavailable === null,
    run: () => twice && choose(twice.value),
  });

  /** The second of the two keys comes to the menu that the first one opened. */
  function onKeyDown(event: KeyboardEvent): void {
    const isSoon = performance.now() - openedByKeyAt.current < twiceMs;
    if (twice !== null && event.key === keys && needle === '' && isSoon) {
      event.preventDefault();
      event.stopPropagation();
      choose(twice.value);
    } else openedByKeyAt.current = Number.NEGATIVE_INFINITY;
  }

  const hint = keys === undefined ? null : <Kbd keys={keys} />;
  const label = (
    <>
      <span className="cf-unseen">{name}: </span>
      {children}
    </>
  );
  if (unavailable !== null)
    return (
      <>
        <Tooltip
          label={showHidden(unavailable)}
          multiline
          maw={320}
          events={{ hover: true, focus: true, touch: true }}
        >
          <UnstyledButton className={classes['value']} aria-disabled aria-describedby={reasonId}>
            {label}
          </UnstyledButton>
        </Tooltip>
        <span id={reasonId} className="cf-unseen">
          {showHidden(unavailable)}
        </span>
      </>
    );
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={classes['value']}>
          {label}
          <ChevronDown size={14} aria-hidden />
          {hint}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown aria-label={name} className={classes['menu'] ?? ''}>
        {/* The dropdown has a handler of its own for keys on their way down. */}
        <div onKeyDownCapture={onKeyDown}>
          {isSearched ? (
            <Menu.Search
              aria-label={`Search ${name.toLowerCase()}`}
              placeholder="Search"
              value={needle}
              onChange={event => setNeedle(event.currentTarget.value)}
            />
          ) : null}
          {warning === '' ? null : (
            <Menu.Label className={classes['warning'] ?? ''}>{showHidden(warning)}</Menu.Label>
          )}
          {shown.map(({ value, label: text, icon }) => (
            <Menu.RadioItem
              key={value}
              value={value}
              checked={value === current}
              closeMenuOnClick
              onChange={() => choose(value)}
            >
              <span className={classes['choice']}>
                {icon}
                {showHidden(text)}
              </span>
            </Menu.RadioItem>
          ))}
          {shown.length === 0 ? (
            <Menu.Label>{needle === '' ? 'There is nothing to choose.' : 'None has this name.'}</Menu.Label>
          ) : null}
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}
