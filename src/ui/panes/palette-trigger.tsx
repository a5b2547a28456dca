import { Search } from 'lucide-react';
import { Kbd } from '#ui/marks/kbd.tsx';
import { displayKeys } from '#ui/shortcuts/shortcut-keys.ts';
import { openPalette } from './palette-store.ts';
import classes from './palette-trigger.module.css';

/** Opens the palette. Looks like a search field, and is a button. */
export function PaletteTrigger() {
  return (
    <button type="button" className={classes['trigger']} aria-haspopup="dialog" onClick={openPalette}>
      <Search size={14} aria-hidden />
      <span className={classes['words']}>Find or run a command</span>
      <Kbd keys={displayKeys('mod+K')} />
    </button>
  );
}
