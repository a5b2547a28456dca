import { splitHidden } from './hidden-characters.ts';
import classes from './inert-text.module.css';

const usualLength = 20_000;

type InertTextProps = {
  text: string;
  /** Longer text is cut here, and says so: a title of megabytes would freeze the page. */
  shownLength?: number;
};

/** Text of a vendor: direction marks and invisible characters shown as tokens, and kept from turning what stands around it. */
export function InertText({ text, shownLength = usualLength }: InertTextProps) {
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
