import { useDebouncedValue } from '@mantine/hooks';
import { type CaseRef, formatRef, parseRef } from '#domain/case.ts';
import {
  useCaseDetail,
  useConnectionNames,
  useConnectionStates,
  useOfferedSections,
} from '#store/queries.ts';
import { useTicking } from '#ui/time/ticker.ts';
import { describeTrouble } from './describe-trouble.ts';
import { heldOf } from './held.ts';
import { CaseObservablesProvider } from './observables/case-observables-provider.tsx';
import { PeekSections } from './peek-sections.tsx';
import { PeekView } from './peek-view.tsx';
import { useHeldRow } from './use-held-row.ts';

/** Rows passed by at the speed of a held key are not asked for. */
const standingStillMs = 120;

type PeekPaneProps = {
  caseRef: CaseRef;
  /** Opens the case page. */
  onOpen: () => void;
  onClose: () => void;
};

/** The row at once; the vendor's answer when one stands still on it. */
export function PeekPane({ caseRef, onOpen, onClose }: PeekPaneProps) {
  const { connectionId } = caseRef;
  const name = formatRef(caseRef);
  const [stillOn] = useDebouncedValue(name, standingStillMs);
  const asked = useCaseDetail(parseRef(stillOn) ?? caseRef);
  const badge = useConnectionNames().get(connectionId)?.badge ?? connectionId;
  const row = useHeldRow(caseRef);
  const offered = useOfferedSections(connectionId);
  const state = useConnectionStates().find(known => known.connectionId === connectionId);

  const detail = stillOn === name ? asked.data?.value : undefined;
  const error = stillOn === name && !asked.isFetching ? asked.error : null;
  const held = heldOf(detail === undefined ? null : asked.dataUpdatedAt, row, state?.readAt ?? null);
  const trouble = useTicking(nowMs => (error === null ? '' : describeTrouble(error, badge, held, nowMs)));
  return (
    <CaseObservablesProvider caseRef={caseRef} sections={offered}>
      <PeekView
        caseRef={caseRef}
        badge={badge}
        row={detail?.row ?? row}
        answer={detail ?? (error === null ? 'reading' : 'failed')}
        trouble={trouble === '' ? null : trouble}
        onRetry={() => void asked.refetch()}
        onOpen={onOpen}
        onClose={onClose}
      >
        <PeekSections caseRef={caseRef} badge={badge} isStill={stillOn === name} />
      </PeekView>
    </CaseObservablesProvider>
  );
}
