import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import classes from './timeline-toolbar.module.css';
import { instantAt, isInstant, type TimeZone, zoneNameAt } from './zone-time.ts';

type TimeJumpProps = { timeZone: TimeZone; onJump: (at: number) => void };

/** A time of the zone's clock, and the way to what is nearest to it. */
export function TimeJump({ timeZone, onJump }: TimeJumpProps) {
  const [typed, setTyped] = useState('');
  // What stands in such a field is a wall's time without a zone.
  const wall = Date.parse(`${typed}Z`);

  function jump(event: FormEvent) {
    event.preventDefault();
    if (isInstant(wall)) onJump(instantAt(wall, timeZone));
  }

  return (
    <form className={classes['jump']} onSubmit={jump}>
      <TextInput
        type="datetime-local"
        step={1}
        aria-label={`Jump to a time (${zoneNameAt(isInstant(wall) ? instantAt(wall, timeZone) : Date.now(), timeZone)})`}
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" disabled={!isInstant(wall)}>
        Jump
      </Button>
    </form>
  );
}
