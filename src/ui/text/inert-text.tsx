import { Fragment } from 'react';
import { splitHidden } from './hidden-characters.ts';
import classes from './inert-text.module.css';
import type { DivideText } from './text-pieces.ts';

const usualLength = 20_000;

type InertTextProps = {
  text: string;
  /** Longer text is cut here, and says so: a title of megabytes would freeze the page. */
  shownLength?: number;
  /** What is to stand in the place of some of it. */
  divide?: DivideText | undefined;
};

/** Text of a vendor: direction marks and invisible characters shown as tokens, and kept from turning what stands around it. */
export function InertText({ text, shownLength = usualLength, divide }: InertTextProps) {
  const shown = text.length > shownLength ? text.slice(0, shownLength) : text;
  const pieces = divide === undefined ? [{ text: shown, mark: null }] : divide(shown);
  let at = 0;
  return (
    <bdi>
      {pieces.map(piece => {
        const key = at;
        at += piece.text.length;
        return <Fragment key={key}>{piece.mark ?? <Visible text={piece.text} />}</Fragment>;
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

function Visible({ text }: { text: string }) {
  let at = 0;
  return splitHidden(text).map(part => {
    const key = at;
    at += part.text.length;
    if (part.kind === 'plain') return part.text;
    return (
      <span key={key} className={classes['token']}>
        {part.text}
      </span>
    );
  });
}
