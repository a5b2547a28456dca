import { useEffect, useRef } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { usePreferences } from '#ui/preferences/preferences.ts';
import { isInSequence } from './key-history.ts';
import { isSymbol } from './shortcut-keys.ts';
import { registerShortcut, type Shortcut } from './shortcut-registry.ts';

const textInputs = new Set([
  'text',
  'search',
  'password',
  'email',
  'url',
  'tel',
  'number',
  'date',
  'time',
  'datetime-local',
]);

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return textInputs.has(target.type);
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLElement && target.isContentEditable;
}

const own = '[role="menu"], [role="listbox"], [role="dialog"][aria-modal="true"]';
const pressable = 'a[href], button, summary, input, select, [role="button"], [role="menuitem"], [role="tab"]';

/** An open dialog, menu or list has its own keys. */
function isTakenByOverlay(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return true;
  return target instanceof Element && target.closest(own) !== null;
}

function isPress(event: KeyboardEvent): boolean {
  const { target, key } = event;
  return (key === 'Enter' || key === ' ') && target instanceof Element && target.closest(pressable) !== null;
}

type ShortcutOptions = Shortcut & {
  run: () => void;
  isEnabled?: boolean;
  /** Works while somebody types, and stays when shortcuts are switched off: only for keys with Ctrl or Cmd, and Escape. */
  isAlways?: boolean;
};

/**
 * Binds a key for as long as the component stands, and lists it in help and palette. Letters follow the character typed, not the
 * place of the key, so that they work on every layout. Off while typing, in dialogs and menus, and when switched off.
 */
export function useShortcut({
  keys,
  description,
  group,
  run,
  isEnabled = true,
  isAlways = false,
}: ShortcutOptions): void {
  const { areShortcutsOn } = usePreferences();
  const isOn = isEnabled && (areShortcutsOn || isAlways);
  const latestRun = useRef(run);
  latestRun.current = run;
  const isSequence = keys.includes('>');

  function shouldIgnore(event: KeyboardEvent): boolean {
    if (event.defaultPrevented || event.isComposing) return true;
    if (isTakenByOverlay(event.target) || isPress(event)) return true;
    if (!isAlways && isTyping(event.target)) return true;
    const isAltGraph = event.getModifierState('AltGraph');
    if (isSequence) return event.ctrlKey || event.metaKey || event.altKey;
    if (isSymbol(keys))
      return event.key !== keys || event.metaKey || (!isAltGraph && (event.ctrlKey || event.altKey));
    return isInSequence(event);
  }

  useHotkeys(
    keys,
    event => {
      if (shouldIgnore(event)) return;
      event.preventDefault();
      latestRun.current();
    },
    {
      enabled: isOn,
      enableOnFormTags: true,
      enableOnContentEditable: true,
      ignoreModifiers: isSymbol(keys),
      // The character of the space bar is trimmed away by the library; the bar is in one place on every layout.
      useKey: keys !== 'space',
      description,
    },
  );

  useEffect(() => {
    if (!isOn) return;
    return registerShortcut({ keys, description, group, run: () => latestRun.current() });
  }, [isOn, keys, description, group]);
}
