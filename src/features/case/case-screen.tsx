import { useDebouncedValue } from '@mantine/hooks';
import { useEffect } from 'react';
import { type CaseRef, formatRef } from '#domain/case.ts';
import type { SectionId } from '#domain/section.ts';
import { useSections } from '#store/case/sections.ts';
import { useCaseDetail, useConnectionStates, useOfferedSections } from '#store/queries.ts';
import { showHidden } from '#ui/text/hidden-characters.ts';
import { useTicking } from '#ui/time/ticker.ts';
import { toCallGroups } from './call-groups.ts';
import { CaseView } from './case-view.tsx';
import { describeTrouble } from './describe-trouble.ts';
import { heldOf } from './held.ts';
import { KeepList } from './keep-list.tsx';
import { CaseObservablesProvider } from './observables/case-observables-provider.tsx';
import { useCasePlace } from './use-case-place.ts';
import { useHeldRow } from './use-held-row.ts';
import { CaseWritingProvider } from './write/case-writing-provider.tsx';

const standingStillMs = 120;
const noSections: readonly SectionId[] = [];

type CaseScreenProps = { caseRef: CaseRef; connectionName: string; badge: string };

/** A case of a connection that is known: what the queue holds at once, then the vendor's answer. */
export function CaseScreen({ caseRef, connectionName, badge }: CaseScreenProps) {
  const { data, error, dataUpdatedAt, isFetching, refetch } = useCaseDetail(caseRef);
  const detail = data?.value;
  const name = formatRef(caseRef);
  // Cases passed by at the speed of a held key are not asked for; one step is one at once.
  const [stillOn] = useDebouncedValue(name, standingStillMs, { leading: true });
  const offered = useOfferedSections(caseRef.connectionId);
  const sections = useSections(caseRef, stillOn === name ? offered : noSections);
  const heldRow = useHeldRow(caseRef);
  const place = useCasePlace(caseRef);
  const state = useConnectionStates().find(({ connectionId }) => connectionId === caseRef.connectionId);

  const row = detail?.row ?? heldRow;
  const held = heldOf(detail === undefined ? null : dataUpdatedAt, heldRow, state?.readAt ?? null);
  const trouble = useTicking(nowMs => (error === null ? '' : describeTrouble(error, badge, held, nowMs)));
  const calls = toCallGroups(data?.calls ?? [], sections);

  function refresh(): void {
    void refetch();
    for (const { result } of sections) void result?.refetch();
  }

  useDocumentTitle(row === null ? caseRef.id : `${row.number} ${row.title}`);

  return (
    <CaseObservablesProvider caseRef={row ?? caseRef} sections={offered}>
      {place.from === null ? null : <KeepList from={place.from} onOrder={place.onOrder} />}
      <CaseWritingProvider
        caseRef={row ?? caseRef}
        row={row}
        badge={badge}
        readAt={held?.readAt ?? null}
        isStill={stillOn === name}
      >
        <CaseView
          caseRef={row ?? caseRef}
          place={place}
          connectionName={connectionName}
          badge={badge}
          row={row}
          answer={detail ?? (error !== null && !isFetching ? 'failed' : 'reading')}
          error={error}
          offered={offered}
          sections={sections}
          calls={calls}
          readAt={held?.readAt ?? null}
          isReading={isFetching}
          trouble={trouble === '' ? null : trouble}
          onRefresh={refresh}
        />
      </CaseWritingProvider>
    </CaseObservablesProvider>
  );
}

const longestTitle = 120;

/** What the tab is called while the case is open. */
function useDocumentTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = `${showHidden(title.slice(0, longestTitle))} · Casefold`;
    return () => {
      document.title = before;
    };
  }, [title]);
}
