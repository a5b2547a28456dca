import type { ConnectionState } from '#domain/sync-state.ts';
import { sayDuration } from '#store/say-when.ts';
import { usePreferences } from '#ui/preferences/preferences.ts';
import { absoluteTime } from '#ui/time/format-time.ts';
import { useTicking } from '#ui/time/ticker.ts';
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
          <dd>{readAt === null ? 'never read whole' : <Age at={readAt} />}</dd>
        </div>
      </dl>
    </>
  );
}

function Age({ at }: { at: number }) {
  const { zone } = usePreferences();
  const text = useTicking(now => sayDuration(now - at));
  return (
    <time dateTime={new Date(at).toISOString()} title={absoluteTime(at, zone)}>
      {text}
    </time>
  );
}
