import { Button } from '@mantine/core';
import { ListFilter } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { CountPill } from '#ui/marks/badges.tsx';
import { Sheet } from '#ui/panes/sheet.tsx';

/** The facets where there is no room for them beside the list. */
export function FacetSheet({ count, children }: { count: number; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)} leftSection={<ListFilter size={14} aria-hidden />}>
        Filters
        {count === 0 ? null : <CountPill>{count}</CountPill>}
      </Button>
      <Sheet isOpen={isOpen} onClose={() => setOpen(false)} title="Filters" side="left">
        {children}
      </Sheet>
    </>
  );
}
