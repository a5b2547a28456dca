import { useState } from 'react';
import { useUnfold } from '#ui/find/unfold.ts';
import { ObservedText } from '../observables/observed-text.tsx';
import classes from './blocks.module.css';

const shownLength = 280;

/** Text that stands among others: a long one is cut, and whole on request. */
export function CutText({ text }: { text: string }) {
  const [isWhole, setWhole] = useState(false);
  const isAll = useUnfold(
    () => text.slice(shownLength),
    () => setWhole(true),
  );
  if (text.length <= shownLength * 1.2) return <ObservedText text={text} />;
  return (
    <>
      {/* No pair of surrogates is taken apart. */}
      <ObservedText
        text={isWhole || isAll ? text : `${text.slice(0, shownLength).replace(/[\ud800-\udbff]$/, '')} …`}
      />{' '}
      <button type="button" className={classes['inline']} onClick={() => setWhole(!isWhole)}>
        {isWhole ? 'Show less' : 'Show all'}
      </button>
    </>
  );
}
