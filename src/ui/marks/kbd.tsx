import { usePreferences } from '#ui/preferences/preferences.ts';
import classes from './kbd.module.css';

/** `keys` as people read them: 'Ctrl ↵', 'g s'. Hidden where shortcuts are off and at touch. */
export function Kbd({ keys }: { keys: string }) {
  const { areShortcutsOn } = usePreferences();
  if (!areShortcutsOn) return null;
  return (
    <kbd className={classes['kbd']} aria-hidden>
      {keys}
    </kbd>
  );
}
