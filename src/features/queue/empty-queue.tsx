import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { ConnectionState } from '#domain/sync-state.ts';
import type { View } from '#domain/view.ts';
import { isTroubled } from '#store/describe-health.ts';
import { useConnectionStates } from '#store/queries.ts';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { SkeletonRows } from '#ui/feedback/skeleton-rows.tsx';
import { changeView } from './view-changes.ts';

type EmptyQueueProps = {
  view: View;
  hasConnections: boolean;
  onChange: (view: View) => void;
  rowHeightPx: number;
};

/** An empty list says why: a filter, an outage, a missing right, still reading, or truly none. */
export function EmptyQueue({ view, hasConnections, onChange, rowHeightPx }: EmptyQueueProps) {
  const states = useConnectionStates();
  if (!hasConnections) return <NoConnections />;
  if (states.length === 0) return <SkeletonRows count={14} rowHeightPx={rowHeightPx} label="Reading cases" />;

  const held = states.reduce((sum, state) => sum + state.held, 0);
  const filters = Object.keys(view.facets).length + Object.keys(view.dates).length + (view.q === '' ? 0 : 1);
  const troubled = states.filter(isTroubled);
  if (held > 0 && filters > 0)
    return (
      <EmptyState
        title="No case matches."
        actions={
          <>
            <Button onClick={() => onChange(changeView.clearFilters(view))}>Clear all filters</Button>
            {troubled.length > 0 ? <LookAtConnections /> : null}
          </>
        }
      >
        {filters === 1 ? '1 filter is on; without it' : `${filters} filters are on; without them`} there are{' '}
        {held.toLocaleString('en')}.
        {states
          .filter(({ health }) => health.kind === 'reading')
          .map(({ connectionId, name }) => (
            <div key={connectionId}>{name} is still being read.</div>
          ))}
        <Troubles states={troubled} />
      </EmptyState>
    );

  if (states.some(({ health }) => health.kind === 'reading' || health.kind === 'waiting'))
    return <SkeletonRows count={14} rowHeightPx={rowHeightPx} label="Reading cases" />;

  if (troubled.length > 0)
    return (
      <EmptyState title="Nothing could be read yet." actions={<LookAtConnections />}>
        <Troubles states={troubled} />
      </EmptyState>
    );
  return (
    <EmptyState title="No cases and no alerts.">
      {states.length === 1 ? 'The connection was' : `All ${states.length} connections were`} read, and there
      is nothing to show.
    </EmptyState>
  );
}

/** Rows may be missing because of these. */
function Troubles({ states }: { states: readonly ConnectionState[] }) {
  return states.map(({ connectionId, name, health }) => (
    <div key={connectionId}>
      {name}: {'message' in health ? health.message : 'not read'}
    </div>
  ));
}

function LookAtConnections() {
  return (
    <Button component={Link} to="/connections">
      Look at the connections
    </Button>
  );
}

function NoConnections() {
  return (
    <EmptyState
      title="No vendor is connected yet."
      actions={
        <>
          <Button component={Link} to="/connections?add=1" variant="filled">
            Add a vendor
          </Button>
          <Button component={Link} to="/connections?about=demo">
            Look at the demo
          </Button>
        </>
      }
    >
      Add Stellar Cyber, mnemonic Argus, Code42 Incydr, DFIR-IRIS or Cisco Global Threat Alerts, and their
      cases come together here.
    </EmptyState>
  );
}
