import { Fragment } from 'react';
import type { TimelineEntry } from '#domain/timeline.ts';
import { SeverityMark } from '#ui/marks/severity-mark.tsx';
import { StatusGlyph } from '#ui/marks/status-glyph.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import { ObservedText } from '../observables/observed-text.tsx';
import type { DayNumber } from './day-reader.ts';
import { kindRenderers } from './entry-kinds.tsx';
import classes from './entry-row.module.css';
import type { Mark } from './find-marks.ts';
import { timeBeside } from './stamp-text.ts';
import type { TimeZone } from './zone-time.ts';

type EntrySentenceProps = {
  entry: TimelineEntry;
  marks: readonly Mark[];
  day: DayNumber;
  timeZone: TimeZone;
};

const shownLength = 1_000;
const colorForm = /^#[\da-f]{6}$/i;

/** '{actor} {action} {subject}', the rest of it quietly, then what is short. */
export function EntrySentence({ entry, marks, day, timeZone }: EntrySentenceProps) {
  const { actor, action, subject, support, labels, severity, status, color } = entry;
  const { shows } = kindRenderers[entry.kind];
  return (
    <p className={classes['sentence']}>
      {actor === null ? null : (
        <b>
          <InertText text={actor} shownLength={200} />
        </b>
      )}{' '}
      {action === '' ? null : <InertText text={action} shownLength={shownLength} />}{' '}
      {subject === '' ? null : (
        <b>
          <ObservedText text={subject} shownLength={shownLength} />
        </b>
      )}{' '}
      {support === '' ? null : (
        <span className={classes['support']}>
          <ObservedText text={support} shownLength={shownLength} />
        </span>
      )}{' '}
      {severity === null || shows === 'severity' ? null : (
        <span className={classes['mark']}>
          <SeverityMark severity={severity} sizePx={12} />
        </span>
      )}
      {status === null || shows === 'status' ? null : (
        <span className={classes['mark']}>
          <StatusGlyph status={status} sizePx={12} />
        </span>
      )}
      {color !== null && colorForm.test(color) ? (
        <span
          role="img"
          aria-label={`Colour ${color}`}
          title={`Colour ${color}`}
          className={classes['color']}
          style={{ backgroundColor: color }}
        />
      ) : null}
      {[...new Set(labels)].map(label => (
        <Fragment key={label}>
          {' '}
          <span className={classes['label']}>
            <InertText text={label} shownLength={80} />
          </span>
        </Fragment>
      ))}{' '}
      {marks.map(mark => (
        <span key={mark.kind} className={classes['why']}>
          {mark.kind === 'before' ? (
            <>
              before <InertText text={mark.what} shownLength={200} />, {timeBeside(mark.at, day, timeZone)}
            </>
          ) : (
            `after it was read, ${timeBeside(mark.at, day, timeZone)}`
          )}
        </span>
      ))}
    </p>
  );
}
