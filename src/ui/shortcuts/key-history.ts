import { isPrefix } from './shortcut-registry.ts';

const sequenceMs = 1_000;

let current = { key: '', atMs: 0 };
let previous = current;

/** Called for every key before any shortcut sees it. */
function remember(event: KeyboardEvent): void {
  if (['Shift', 'Control', 'Alt', 'AltGraph', 'Meta'].includes(event.key)) return;
  previous = current;
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  current = { key: isPlain ? event.key.toLowerCase() : '', atMs: event.timeStamp };
}

if (typeof document !== 'undefined') document.addEventListener('keydown', remember, { capture: true });

/** The key before this one began a sequence, so this one belongs to it: 't' after 'g' is not 't'. */
export function isInSequence(event: KeyboardEvent): boolean {
  return previous.key !== '' && event.timeStamp - previous.atMs < sequenceMs && isPrefix(previous.key);
}
