import type { CaseRef } from '#domain/case.ts';
import { useConnectionNames } from '#store/queries.ts';
import { useHeldRow } from '../use-held-row.ts';
import { EvidenceExpiry } from './evidence-expiry.tsx';
import { ObservableDigest } from './observable-digest.tsx';
import classes from './observables.module.css';
import { useObserved } from './observed.ts';

/** Beside the case: what it shares with others, and until when the vendor keeps it. */
export function CaseContext({ caseRef }: { caseRef: CaseRef }) {
  const { all, sightings } = useObserved();
  const expiresAt = useHeldRow(caseRef)?.expiresAt ?? null;
  const badge = useConnectionNames().get(caseRef.connectionId)?.badge ?? caseRef.connectionId;
  return (
    <aside className={classes['context']} aria-label="Context">
      {all.length === 0 ? null : (
        <div>
          <div className={classes['contextHead']}>
            <h2>Observables</h2>
            <span className={classes['count']}>{all.length.toLocaleString('en')}</span>
          </div>
          <ObservableDigest all={all} sightings={sightings} />
        </div>
      )}
      {expiresAt === null ? null : <EvidenceExpiry expiresAt={expiresAt} badge={badge} />}
    </aside>
  );
}
