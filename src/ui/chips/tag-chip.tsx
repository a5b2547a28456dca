import { showHidden } from '#ui/text/hidden-characters.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import classes from './chips.module.css';

/** `isWait`: it carries a deadline. */
export function TagChip({ text, isWait = false }: { text: string; isWait?: boolean }) {
  return (
    <span className={classes['tag']} data-wait={isWait || undefined}>
      <InertText text={text} />
    </span>
  );
}

/** As many tags as are asked for, then '+2'; all of them on hover. */
export function TagList({ tags, shown = 1 }: { tags: readonly string[]; shown?: number }) {
  const rest = tags.length - shown;
  if (tags.length === 0) return null;
  return (
    <span className={classes['tags']} title={tags.slice(0, 50).map(showHidden).join(', ')}>
      {tags.slice(0, shown).map(tag => (
        <TagChip key={tag} text={tag} />
      ))}
      {rest > 0 ? <span className={classes['rest']}>+{rest}</span> : null}
    </span>
  );
}
