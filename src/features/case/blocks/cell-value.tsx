import { Link } from 'react-router';
import type { Cell } from '#domain/section.ts';
import { StatusLabel } from '#ui/marks/status-label.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import { casePath } from '../case-path.ts';
import { MonoValue } from '../detail-field.tsx';
import { ObservedChip } from '../observables/observed-chip.tsx';
import { SeverityValue, TagsValue } from '../row-values.tsx';
import { StampValue } from '../stamp-value.tsx';
import type { BlockPlace } from './block-place.ts';
import classes from './cell-value.module.css';
import { CutText } from './cut-text.tsx';

type CellValueProps = {
  cell: Cell | undefined;
  /** What the value is: the column's title. */
  label: string;
  place: BlockPlace;
};

export function CellValue({ cell, label, place }: CellValueProps) {
  if (cell === undefined) return null;
  switch (cell.kind) {
    case 'text':
      return (
        <>
          <CutText text={cell.text} />
          {cell.support === undefined ? null : (
            <span className={classes['support']}>
              {' '}
              <InertText text={cell.support} shownLength={200} />
            </span>
          )}
        </>
      );
    case 'mono':
      return <MonoValue text={cell.text} label={label} />;
    case 'observable':
      return <ObservedChip observable={cell.observable} />;
    case 'observables':
      return (
        <span className={classes['list']}>
          {cell.observables.map(observable => (
            <ObservedChip key={`${observable.type} ${observable.value}`} observable={observable} />
          ))}
        </span>
      );
    case 'instant':
      return <StampValue stamp={cell.stamp} />;
    case 'number':
      return <InertText text={cell.text} shownLength={80} />;
    case 'severity':
      return (
        <span className={classes['whole']}>
          <SeverityValue severity={cell.severity} />
        </span>
      );
    case 'status':
      return <StatusLabel status={cell.status.value} word={cell.status.raw} />;
    case 'state':
      return <StateWord text={cell.text} tone={cell.tone} />;
    case 'tags':
      return cell.tags.length === 0 ? null : <TagsValue tags={cell.tags} />;
    case 'cases':
      return (
        <span className={classes['list']}>
          {cell.cases.map(({ text, caseId }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same, and their order is their own
            <OtherCase key={index} text={text} caseId={caseId} connectionId={place.caseRef.connectionId} />
          ))}
        </span>
      );
  }
}

type OtherCaseProps = { text: string; caseId: string | null; connectionId: string };

function OtherCase({ text, caseId, connectionId }: OtherCaseProps) {
  if (caseId === null) return <InertText text={text} shownLength={200} />;
  return (
    <Link to={casePath({ connectionId, id: caseId })}>
      <InertText text={text} shownLength={200} />
    </Link>
  );
}

/** A word with a weight: its colour says what the word says already. */
export function StateWord({ text, tone }: { text: string; tone: 'good' | 'bad' | 'wait' | 'quiet' }) {
  return (
    <span className={classes['state']} data-tone={tone}>
      <InertText text={text} shownLength={80} />
    </span>
  );
}
