import { Button } from '@mantine/core';
import { useRef } from 'react';
import { type CaseRef, formatRef } from '#domain/case.ts';
import { type SectionId, sectionTitles } from '#domain/section.ts';
import { usePreferences } from '#ui/preferences/preferences.ts';
import { useShortcut } from '#ui/shortcuts/use-shortcut.ts';
import { CaseSection, SkeletonLines } from '../case-section.tsx';
import { nearestRow } from './nearest-row.ts';
import { openRecord } from './open-record.ts';
import { PrintedList } from './printed-list.tsx';
import { RangeLine } from './range-line.tsx';
import { SourceLine } from './source-line.tsx';
import { TimeHistogram } from './time-histogram.tsx';
import { countConditions, noFilter } from './timeline-filter.ts';
import { TimelineList, type TimelineListHandle } from './timeline-list.tsx';
import classes from './timeline-section.module.css';
import { TimelineToolbar } from './timeline-toolbar.tsx';
import { usePrinting } from './use-printing.ts';
import { type TimelineSource, useTimelineEntries } from './use-timeline-entries.ts';
import { type TimelineView, useTimelineView } from './use-timeline-view.ts';

type TimelineSectionProps = {
  caseRef: CaseRef;
  /** What the vendor is called beside an entry. */
  badge: string;
  /** Whose entries are merged. */
  sections: readonly SectionId[];
};

/** Everything of a case that has an instant, on one axis. */
export function TimelineSection(props: TimelineSectionProps) {
  // Another case is looked at anew.
  return <Timeline key={formatRef(props.caseRef)} {...props} />;
}

function Timeline({ caseRef, badge, sections }: TimelineSectionProps) {
  const { zone } = usePreferences();
  const timeZone = zone === 'utc' ? 'UTC' : null;
  const { merged, sources } = useTimelineEntries(caseRef, sections);
  const view = useTimelineView(merged, timeZone);
  const isPrinting = usePrinting();
  const list = useRef<TimelineListHandle>(null);
  const count = view.placed.length;
  useShortcut({
    keys: 't',
    description: 'Go to the timeline',
    group: 'Case',
    run: () => list.current?.focus(),
    isEnabled: view.rows.length > 0,
  });
  return (
    <CaseSection title="Timeline" support={countText(count, merged.timelessCount)}>
      {count === 0 ? (
        <NoEntries sources={sources} />
      ) : (
        <>
          <TimelineToolbar
            view={view}
            timeZone={timeZone}
            badge={badge}
            onJump={at => list.current?.focusRow(nearestRow(view.rows, at, timeZone))}
          />
          <div className={classes['zoom']}>
            {view.histogram === null ? null : (
              <TimeHistogram
                histogram={view.histogram}
                range={view.range}
                onRange={view.setRange}
                timeZone={timeZone}
              />
            )}
            <RangeLine view={view} timeZone={timeZone} />
          </div>
        </>
      )}
      {count > 0 ? <StillReading sources={sources} /> : null}
      {sources.map(source => (
        <SourceLine key={source.section} caseRef={caseRef} source={source} />
      ))}
      {isPrinting ? <PrintedList rows={view.rows} timeZone={timeZone} badge={badge} /> : null}
      {view.rows.length > 0 && !isPrinting ? (
        <TimelineList
          handle={list}
          rows={view.rows}
          order={view.order}
          timeZone={timeZone}
          badge={badge}
          onOpen={openRecord}
        />
      ) : null}
      {count > 0 && view.rows.length === 0 ? <NoMatch view={view} /> : null}
    </CaseSection>
  );
}

function countText(count: number, timelessCount: number): string {
  const entries = `${count.toLocaleString('en')} ${count === 1 ? 'entry' : 'entries'}`;
  return timelessCount === 0 ? entries : `${entries}, ${timelessCount} without a readable time left out`;
}

function NoEntries({ sources }: { sources: readonly TimelineSource[] }) {
  if (sources.some(({ result }) => result?.isPending === true)) return <SkeletonLines count={4} />;
  return <p className={classes['none']}>Nothing that was read has a time.</p>;
}

function StillReading({ sources }: { sources: readonly TimelineSource[] }) {
  const pending = sources.filter(({ result }) => result?.isPending === true);
  if (pending.length === 0) return null;
  const names = pending.map(({ section }) => sectionTitles[section]).join(', ');
  return <p className={classes['reading']}>Still reading: {names}.</p>;
}

function NoMatch({ view }: { view: TimelineView }) {
  const conditions = countConditions(view.filter) + (view.range === null ? 0 : 1);
  return (
    <div className={classes['none']}>
      No entry matches. {conditions} {conditions === 1 ? 'filter is' : 'filters are'} on.{' '}
      <Button
        size="compact-xs"
        onClick={() => {
          view.changeFilter(noFilter);
          view.clearRange();
        }}
      >
        Clear filters
      </Button>
    </div>
  );
}
