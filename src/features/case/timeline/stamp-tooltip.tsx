import { Tooltip } from '@mantine/core';
import { type FocusEvent, type PointerEvent, useState } from 'react';
import { InertText } from '#ui/text/inert-text.tsx';
import type { PlacedEntry } from './place-on-days.ts';
import { describeStamp } from './stamp-text.ts';
import classes from './timeline-list.module.css';
import type { TimeZone } from './zone-time.ts';

type Pointed = { button: HTMLElement; id: string };

/** One for the whole list: which time is pointed at or has the focus. Handlers for what holds the times. */
export function usePointedTime() {
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const take = ({ target }: PointerEvent | FocusEvent) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-entry-time]') : null;
    const id = button?.dataset['entryTime'];
    setPointed(button === null || id === undefined ? null : { button, id });
  };
  const drop = () => setPointed(null);
  return { pointed, handlers: { onPointerOver: take, onPointerLeave: drop, onFocus: take, onBlur: drop } };
}

type StampTooltipProps = { button: HTMLElement; placed: PlacedEntry; timeZone: TimeZone };

/** The time as it is here and as the vendor wrote it. What is heard stands on the button itself. */
export function StampTooltip({ button, placed, timeZone }: StampTooltipProps) {
  const [here, ...rest] = describeStamp(placed.entry.stamp, timeZone);
  return (
    <Tooltip
      opened
      target={button}
      position="top-start"
      multiline
      maw={360}
      label={
        <span className={classes['tooltip']}>
          <span>{here}</span>
          {rest.map(sentence => (
            <span key={sentence}>
              <InertText text={sentence} shownLength={500} />
            </span>
          ))}
        </span>
      }
    />
  );
}
