import { useCaseWriting } from './case-writing.ts';
import { SavedLine } from './saved-line.tsx';
import classes from './write.module.css';
import { WriteEntry } from './write-entry.tsx';

const mostSaved = 3;

/** What was written on this record: where it stands until it is saved, then what was read back. */
export function WriteList() {
  const writing = useCaseWriting();
  if (writing === null) return null;
  const { entries, saved, badge } = writing;
  const waiting = entries.filter(({ stage }) => stage.kind !== 'saved');
  if (waiting.length + saved.length === 0) return null;
  const saidSaved = saved.slice(-mostSaved);
  return (
    <ul className={classes['writes']} aria-label="What was written here">
      {saidSaved.map(line => (
        <SavedLine key={line.id} line={line} />
      ))}
      {waiting.map((entry, index) => (
        <WriteEntry key={entry.command.id} entry={entry} badge={badge} isBehind={index > 0} />
      ))}
    </ul>
  );
}
