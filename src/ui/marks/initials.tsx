import { UserRound } from 'lucide-react';
import classes from './initials.module.css';

// Most rows have it: one element for all of them is compared at a glance.
const nobodyIcon = <UserRound size={11} aria-hidden />;

function initialsOf(name: string): string {
  const words = name
    .replace(/@.*$/, '')
    .split(/[\s._-]+/)
    .filter(word => word !== '');
  const first = [...(words[0] ?? '')][0] ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return `${first}${last}`.toUpperCase();
}

/** A person by initials, with the full name as accessible name. `name` null: nobody has it. */
export function Initials({ name }: { name: string | null }) {
  if (name === null || name.trim() === '') {
    return (
      <span className={classes['nobody']} role="img" aria-label="Unassigned" title="Unassigned">
        {nobodyIcon}
      </span>
    );
  }
  return (
    <span className={classes['person']} role="img" aria-label={name} title={name}>
      {initialsOf(name)}
    </span>
  );
}
