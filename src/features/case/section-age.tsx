import { ActionIcon } from '@mantine/core';
import { RefreshCw } from 'lucide-react';
import { RelativeTime } from '#ui/time/relative-time.tsx';
import type { SectionResult } from './section-body.tsx';

/** How old what is shown of a section is, and the way to read it anew. */
export function SectionAge({ title, result }: { title: string; result: SectionResult }) {
  if (result?.data === undefined) return null;
  return (
    <>
      {result.isFetching ? 'Reading' : <RelativeTime at={result.dataUpdatedAt} />}
      <ActionIcon
        size={20}
        aria-label={`Read ${title} again`}
        title={`Read ${title} again`}
        onClick={() => void result.refetch()}
      >
        <RefreshCw size={12} aria-hidden />
      </ActionIcon>
    </>
  );
}
