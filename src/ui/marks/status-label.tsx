import { InertText } from '#ui/text/inert-text.tsx';
import { StatusGlyph, type StatusName, statusName } from './status-glyph.tsx';
import classes from './status-label.module.css';

type StatusLabelProps = {
  status: StatusName;
  /** The vendor's own word; '' when it sent none. */
  word: string;
  /** With room (150 px or more) our word stands first and the vendor's after it; else the vendor's alone. */
  hasRoom?: boolean;
};

export function StatusLabel({ status, word, hasRoom = false }: StatusLabelProps) {
  const ours = statusName(status);
  const isSame = word === '' || word.toLowerCase() === ours.toLowerCase();
  if (hasRoom) {
    return (
      <span className={classes['label']}>
        <StatusGlyph status={status} isDecoration />
        <span className={classes['word']}>{ours}</span>
        {isSame ? null : (
          <span className={classes['vendor']}>
            <InertText text={word} />
          </span>
        )}
      </span>
    );
  }
  return (
    <span className={classes['label']} title={isSame ? ours : `${ours} (${word})`}>
      <StatusGlyph status={status} isDecoration={isSame} />
      <span className={classes['word']}>{word === '' ? ours : <InertText text={word} />}</span>
    </span>
  );
}
