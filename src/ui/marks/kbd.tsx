import { usePreferences } from '#ui/preferences/preferences.ts';
import classes from './kbd.module.css';

type KbdProps = {
  /** As people read them: 'Ctrl ↵', 'g s'. */
  keys: string;
  /** In a list of keys. Else it is decoration on the control that it drives, and gone where shortcuts are off and at touch. */
  isSpoken?: boolean;
};

export function Kbd({ keys, isSpoken = false }: KbdProps) {
  const { areShortcutsOn } = usePreferences();
  if (isSpoken) return <kbd className={classes['kbd']}>{keys}</kbd>;
  if (!areShortcutsOn) return null;
  return (
    <kbd className={classes['kbd']} data-hint aria-hidden>
      {keys}
    </kbd>
  );
}
