import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { memo } from 'react';
import type { FacetCounts } from '#domain/queue-index.ts';
import type { View } from '#domain/view.ts';
import { useLazyMenu } from '#ui/panes/use-lazy-menu.ts';

export type AddFilterProps = { view: View; facets: FacetCounts | null; onChange: (view: View) => void };

const loadEntries = async () => (await import('./add-filter-entries.tsx')).AddFilterEntries;

/** A field first, then its values or a stretch of time. */
export const AddFilter = memo(function AddFilter(props: AddFilterProps) {
  const { button, anchor, Entries } = useLazyMenu(loadEntries);
  return (
    <>
      <Button {...button} variant="subtle" color="gray" leftSection={<Plus size={13} aria-hidden />}>
        Filter
      </Button>
      {Entries === null ? null : <Entries anchor={anchor} {...props} />}
    </>
  );
});
