import { type MouseEvent, memo } from 'react';
import { sectionTitles } from '#domain/section.ts';
import { VendorBadge } from '#ui/marks/badges.tsx';
import { EntryBody } from './entry-body.tsx';
import { kindRenderers } from './entry-kinds.tsx';
import classes from './entry-row.module.css';
import { EntrySentence } from './entry-sentence.tsx';
import { EntryTime } from './entry-time.tsx';
import { findMarks } from './find-marks.ts';
import type { PlacedEntry } from './place-on-days.ts';
import type { TimeZone } from './zone-time.ts';

type EntryRowProps = {
  placed: PlacedEntry;
  timeZone: TimeZone;
  badge: string;
  isTabStop: boolean;
  isBodyOpen: boolean;
  onToggleBody: (id: string) => void;
  /** To where the record stands on the page. */
  onOpen: (placed: PlacedEntry) => void;
};

export const EntryRow = memo(function EntryRow(props: EntryRowProps) {
  const { placed, timeZone, badge, isTabStop, isBodyOpen, onToggleBody, onOpen } = props;
  const { entry, readAt, day } = placed;
  const { Glyph } = kindRenderers[entry.kind];
  const marks = findMarks(entry, readAt);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the time is a button that does the same
    // biome-ignore lint/a11y/noStaticElementInteractions: the time is a button that does the same
    <div
      className={classes['row']}
      onClick={event => {
        if (!isMeantForOther(event)) onOpen(placed);
      }}
    >
      <EntryTime
        placed={placed}
        isMarked={marks.length > 0}
        timeZone={timeZone}
        isTabStop={isTabStop}
        onOpen={() => onOpen(placed)}
      />
      <div className={classes['glyph']}>
        <Glyph entry={entry} />
      </div>
      <div className={classes['what']}>
        <EntrySentence entry={entry} marks={marks} day={day} timeZone={timeZone} />
        {entry.body === null ? null : (
          <EntryBody body={entry.body} isOpen={isBodyOpen} onToggle={() => onToggleBody(entry.id)} />
        )}
      </div>
      <div className={classes['badge']}>
        <VendorBadge name={badge} title={`${badge}, ${sectionTitles[entry.section]}`} />
      </div>
    </div>
  );
});

/** A click on a chip or a link, in a text box, or the end of marking text. */
function isMeantForOther(event: MouseEvent): boolean {
  const { target } = event;
  if (event.defaultPrevented || !(target instanceof Element)) return true;
  if (target.closest(`a, button, input, .${classes['body']}`) !== null) return true;
  return window.getSelection()?.isCollapsed === false;
}
