const shown: Record<string, string> = {
  escape: 'Esc',
  enter: '↵',
  space: 'Space',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  shift: 'Shift',
  alt: 'Alt',
  ctrl: 'Ctrl',
};

function isMac(): boolean {
  return typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent);
}

function displayKey(key: string, isShifted: boolean): string {
  if (key === 'mod') return isMac() ? '⌘' : 'Ctrl';
  const known = shown[key];
  if (known !== undefined) return known;
  return isShifted ? key.toUpperCase() : key;
}

/** 'mod+k' as people read it: 'Ctrl k'; 'g>q': 'g q'; 'shift+j': 'Shift J'. */
export function displayKeys(keys: string): string {
  const parts = keys.split(/[+>]/);
  return parts.map(part => displayKey(part, parts.includes('shift'))).join(' ');
}

/** '/', '?', '*', '[' ask for Shift or AltGr on many keyboards, so what counts for them is the character alone. */
export function isSymbol(keys: string): boolean {
  return keys.length === 1 && !/[a-z0-9]/i.test(keys);
}
