import { Menu } from '@mantine/core';
import { Copy } from 'lucide-react';
import { type ComponentPropsWithRef, type ReactNode, useEffect, useRef, useState } from 'react';
import { CopyIcon, CopyStatus, copyWords } from '#ui/text/copy-marks.tsx';
import { useCopy } from '#ui/text/copy-text.ts';
import { defang } from '#ui/text/defang.ts';
import { showHidden } from '#ui/text/hidden-characters.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import classes from './chips.module.css';

type ObservableChipProps = {
  value: string;
  /** Shown and copied as it is: names of files and people lead nowhere. */
  isPlain?: boolean;
  /** One line: what has no room is cut, of a hash the middle. The whole of it is copied, and read out. */
  isShort?: boolean;
  /** What else tells it from others of its looks: 'xn--80ak6aa92e.com'. */
  hint?: string;
  /** 'in 7' */
  seen?: string;
  /** Further entries of its menu, made when that is first opened. */
  renderMenu?: () => ReactNode;
};

/** Never a link. Shown defanged; copying offers both forms. */
export function ObservableChip(props: ObservableChipProps) {
  const { value, isPlain = false, isShort = false, hint, seen, renderMenu } = props;
  const [wasOpened, setWasOpened] = useState(false);
  const whole = isPlain ? value : defang(value);
  const shown = isShort ? withoutMiddle(whole) : whole;
  const label = `Menu of ${showHidden(whole)}`;
  return (
    <span className={classes['observable']} data-short={isShort || undefined}>
      <span className={classes['observableValue']} title={isShort ? showHidden(whole) : undefined}>
        <InertText text={shown} shownLength={2_048} />
      </span>
      {hint === undefined ? null : (
        <span className={classes['hint']}>
          <InertText text={hint} shownLength={300} />
        </span>
      )}
      {seen === undefined ? null : <span className={classes['seen']}>{seen}</span>}
      {wasOpened ? (
        <ChipMenu value={value} safe={whole} label={label}>
          {renderMenu?.()}
        </ChipMenu>
      ) : (
        <ChipButton
          aria-label={label}
          aria-haspopup="menu"
          aria-expanded={false}
          onClick={() => setWasOpened(true)}
        >
          <Copy size={12} aria-hidden />
        </ChipButton>
      )}
    </span>
  );
}

/** '9f86d081…0a08' */
function withoutMiddle(text: string): string {
  return /^[\da-f]{32,}$/i.test(text) ? `${text.slice(0, 8)}…${text.slice(-4)}` : text;
}

function ChipButton(props: ComponentPropsWithRef<'button'>) {
  return <button {...props} type="button" className={classes['chipButton']} />;
}

type ChipMenuProps = { value: string; safe: string; label: string; children: ReactNode };

/** Comes with the first press: a page may have a thousand chips, and a menu for each would be felt. */
function ChipMenu({ value, safe, label, children }: ChipMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const { state, copy } = useCopy();
  const button = useRef<HTMLButtonElement>(null);

  // The button took the place of the one that was pressed; closing the menu leads back to it.
  useEffect(() => {
    button.current?.focus({ preventScroll: true });
    setOpen(true);
  }, []);

  return (
    <>
      <Menu position="bottom-start" opened={isOpen} onChange={setOpen} withinPortal>
        <Menu.Target>
          <ChipButton ref={button} aria-label={label} title={copyWords[state] || undefined}>
            <CopyIcon state={state} sizePx={12} />
          </ChipButton>
        </Menu.Target>
        <Menu.Dropdown aria-label={label}>
          {safe === value ? null : <Menu.Item onClick={() => copy(safe)}>Copy defanged</Menu.Item>}
          <Menu.Item onClick={() => copy(value)}>{safe === value ? 'Copy' : 'Copy as it is'}</Menu.Item>
          {children}
        </Menu.Dropdown>
      </Menu>
      <CopyStatus state={state} />
    </>
  );
}
