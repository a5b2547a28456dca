import { Button } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { useConnectionNames, useConnections } from '#store/queries.ts';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { prepareRichText } from '#ui/rich-text/rich-text-view.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import { CaseScreen } from './case-screen.tsx';

prepareRichText();

/** `/case/{connectionId}/{vendor's id}` */
export function CasePage() {
  const { connectionId = '', id = '' } = useParams();
  const { data } = useConnections();
  const connection = useConnectionNames().get(connectionId);
  if (connection !== undefined)
    return (
      <CaseScreen caseRef={{ connectionId, id }} connectionName={connection.name} badge={connection.badge} />
    );
  return data === undefined ? null : <NoSuchConnection connectionId={connectionId} />;
}

export function NoSuchConnection({ connectionId }: { connectionId: string }) {
  return (
    <>
      <h1 className="cf-unseen">Case of an unknown connection</h1>
      <EmptyState
        title="This case belongs to a connection that is not set up here."
        actions={
          <>
            <Button component={Link} to="/connections">
              See the connections
            </Button>
            <Button component={Link} to="/queue">
              Go to the queue
            </Button>
          </>
        }
      >
        The address names the connection <InertText text={connectionId} shownLength={80} />. It may have been
        removed, or go by another name here.
      </EmptyState>
    </>
  );
}
