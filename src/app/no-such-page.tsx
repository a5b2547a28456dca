import { Button } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import { openingPath } from './opening-path.ts';

export function NoSuchPage() {
  const { pathname } = useLocation();
  return (
    <>
      <h1 className="cf-unseen">No such page</h1>
      <EmptyState
        title="There is no such page."
        actions={
          <Button component={Link} to={openingPath()}>
            Go to the queue
          </Button>
        }
      >
        <InertText text={pathname} /> is not a place in Casefold.
      </EmptyState>
    </>
  );
}
