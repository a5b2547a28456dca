import { InertText } from '#ui/text/inert-text.tsx';
import classes from './title-text.module.css';

const longestWhole = 24;

/**
 * A title that wraps between words and never at the hyphens of an identifier ('SRV-FIN-07'). Only plain ASCII is taken
 * apart: pieces of text in other directions would be put together in the wrong order.
 */
export function TitleText({ text }: { text: string }) {
  if (!/^[\x20-\x7e]{1,300}$/.test(text) || !/\w-\w/.test(text))
    return <InertText text={text} shownLength={300} />;
  let at = 0;
  return (
    <bdi>
      {text.split(/( +)/).map(piece => {
        const key = at;
        at += piece.length;
        if (!/\w-\w/.test(piece) || piece.length > longestWhole) return piece;
        return (
          <span key={key} className={classes['whole']}>
            {piece}
          </span>
        );
      })}
    </bdi>
  );
}
