import { Button } from '@mantine/core';
import { useState } from 'react';
import { observableKey } from '#domain/observable-key.ts';
import type { SightingsByKey } from '#store/case/where-seen.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import type { CaseObservable } from './case-observables.ts';
import { typeWordOf } from './observable-words.ts';
import classes from './observables.module.css';
import { ObservedChip } from './observed-chip.tsx';
import { seenWords } from './seen-words.ts';

const shownAtFirst = 8;

type ObservableDigestProps = { all: readonly CaseObservable[]; sightings: SightingsByKey };

/** What the vendor named comes before what was recognised, and of each what most other cases share. */
export function ObservableDigest({ all, sightings }: ObservableDigestProps) {
  const [isWhole, setWhole] = useState(false);
  const countOf = ({ observable }: CaseObservable) => sightings.get(observableKey(observable))?.count ?? 0;
  const sorted = [...all].sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || countOf(b) - countOf(a));
  const shown = isWhole ? sorted : sorted.slice(0, shownAtFirst);
  return (
    <>
      <ul className={classes['digest']}>
        {shown.map(({ observable }) => {
          const seen = sightings.get(observableKey(observable));
          return (
            <li key={observableKey(observable)}>
              <span className={classes['type']}>
                <InertText text={typeWordOf(observable)} shownLength={40} />
              </span>
              <div className={classes['shared']}>
                <ObservedChip observable={observable} isShort />
                {seen === undefined || seen.count === 0 ? null : (
                  <span className={classes['words']}>{seenWords(seen)}</span>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {all.length <= shownAtFirst ? null : (
        <Button variant="subtle" size="compact-xs" onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Show fewer' : `Show all ${all.length.toLocaleString('en')}`}
        </Button>
      )}
    </>
  );
}
