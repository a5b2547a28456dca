import classes from './write.module.css';

/** How much of the room is taken; said at once where it is too much. */
export function LengthCount({ length, most }: { length: number; most: number | null }) {
  if (most === null) return null;
  const isOver = length > most;
  return (
    <span className={classes['count']} data-over={isOver || undefined} role={isOver ? 'alert' : undefined}>
      {length.toLocaleString('en')} of {most.toLocaleString('en')} characters
    </span>
  );
}

/** Why a text cannot go; null: it can. */
export function sayTooLong(text: string, most: number | null): string | null {
  if (most === null || text.length <= most) return null;
  return `It takes ${most.toLocaleString('en')} characters, and these are ${text.length.toLocaleString('en')}.`;
}
