import { Button } from '@mantine/core';
import { useState } from 'react';
import { observableKey } from '#domain/observable-key.ts';
import { type ObservableType, observableTypes } from '#domain/section.ts';
import type { SightingsByKey } from '#store/case/where-seen.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import type { CaseObservable } from './case-observables.ts';
import { groupTitleOf } from './observable-words.ts';
import classes from './observables.module.css';
import { ObservedChip } from './observed-chip.tsx';
import { seenWords } from './seen-words.ts';

const shownAtFirst = 20;

type ObservableTableProps = { all: readonly CaseObservable[]; sightings: SightingsByKey };

/** A group for each type. */
export function ObservableTable({ all, sightings }: ObservableTableProps) {
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">Value</th>
          <th scope="col">Vendor's word</th>
          <th scope="col">Stands in</th>
          <th scope="col">Other cases</th>
        </tr>
      </thead>
      {observableTypes.map(type => {
        const ofType = all.filter(({ observable }) => observable.type === type);
        if (ofType.length === 0) return null;
        return <Group key={type} type={type} ofType={ofType} sightings={sightings} />;
      })}
    </table>
  );
}

type GroupProps = { type: ObservableType; ofType: readonly CaseObservable[]; sightings: SightingsByKey };

function Group({ type, ofType, sightings }: GroupProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? ofType : ofType.slice(0, shownAtFirst);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4}>
          {groupTitleOf(type)} <span className={classes['count']}>{ofType.length.toLocaleString('en')}</span>
        </th>
      </tr>
      {shown.map(({ observable, places }) => {
        const seen = sightings.get(observableKey(observable));
        return (
          <tr key={observableKey(observable)}>
            <td>
              <ObservedChip observable={observable} />
            </td>
            <td>
              <InertText text={observable.raw} shownLength={80} />
            </td>
            <td>{places.join(', ')}</td>
            <td>{seen === undefined ? null : seen.count === 0 ? 'none' : seenWords(seen)}</td>
          </tr>
        );
      })}
      {shown.length === ofType.length ? null : (
        <tr>
          <td colSpan={4}>
            <Button variant="subtle" size="compact-xs" onClick={() => setWhole(true)}>
              Show all {ofType.length.toLocaleString('en')}
            </Button>
          </td>
        </tr>
      )}
    </tbody>
  );
}
