import { splitHidden } from './hidden-characters.ts';
import classes from './inert-text.module.css';

/** Longer text is cut here; what is left out is said. A title of megabytes would freeze the page. */
const shownLength = 20_000;

/** Text of a vendor: direction marks and invisible characters shown as tokens, and kept from turning what stands around it. */
export function InertText({ text }: { text: string }) {
  const shown = text.length > shownLength ? text.slice(0, shownLength) : text;
  const parts = splitHidden(shown);
  let at = 0;
  return (
    <bdi>
      {parts.map(part => {
        const key = at;
        at += part.text.length;
        if (part.kind === 'plain') return part.text;
        return (
          <span key={key} className={classes['token']}>
            {part.text}
          </span>
        );
      })}
      {shown === text ? null : (
        <span className={classes['token']}>
          {' '}
          … {(text.length - shown.length).toLocaleString('en')} characters more
        </span>
      )}
    </bdi>
  );
}
