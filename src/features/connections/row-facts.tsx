import type { ConnectionState } from '#domain/sync-state.ts';
import { RelativeTime } from '#ui/time/relative-time.tsx';
import classes from './connection-card.module.css';

/** How many rows are held of how many there are, and how old what is held is. */
export function RowFacts({ state }: { state: ConnectionState }) {
  const { held, known, isKnownPartial, readAt } = state;
  const isPartHeld = known !== null && held < known;
  return (
    <>
      {isPartHeld ? (
        <progress className={classes['meter']} value={held} max={known} aria-label="Rows held" />
      ) : null}
      <dl className={classes['facts']}>
        <div>
          <dt>Rows held</dt>
          <dd>
            {held.toLocaleString('en')}
            <span className={classes['of']}>
              {known === null
                ? ' of an unknown number'
                : ` of ${isKnownPartial ? 'at least ' : ''}${known.toLocaleString('en')}`}
            </span>
          </dd>
        </div>
        <div>
          <dt>Age of data</dt>
          <dd>{readAt === null ? 'never read whole' : <RelativeTime at={readAt} form="age" />}</dd>
        </div>
      </dl>
    </>
  );
}
