import { Button } from '@mantine/core';
import type { FallbackProps } from 'react-error-boundary';
import { EmptyState } from '#ui/feedback/empty-state.tsx';

/** A fault of ours while drawing. What was typed and read is kept outside the page and is not harmed. */
export function BrokenPage({ error, resetErrorBoundary }: FallbackProps) {
  return (
    <main>
      <EmptyState
        title="This page could not be drawn."
        actions={
          <>
            <Button onClick={resetErrorBoundary}>Try again</Button>
            <Button onClick={() => location.assign('/queue')}>Go to the queue</Button>
          </>
        }
      >
        Rows and settings are kept and not harmed. The fault:{' '}
        {error instanceof Error ? error.message : String(error)}
      </EmptyState>
    </main>
  );
}
