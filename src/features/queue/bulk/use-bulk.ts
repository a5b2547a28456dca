import { useEffect, useState } from 'react';
import type { ConnectionNames } from '../queue-columns.tsx';
import { readBulkDraft } from './bulk-draft.ts';
import { type BulkAction, type BulkForm, emptyForm } from './bulk-form.ts';
import { useBulkGroups } from './use-bulk-groups.ts';
import { useSelectedRows } from './use-selected-rows.ts';

/** Writing over what is selected: which form is open, and what its vendors offer. */
export function useBulk(selected: ReadonlySet<string>, names: ConnectionNames) {
  const [form, setForm] = useState<BulkForm | null>(null);
  const { rows, goneCount, isReading } = useSelectedRows(selected);
  const groups = useBulkGroups(rows, names);
  const isEmpty = selected.size === 0;
  useEffect(() => {
    if (isEmpty) setForm(null);
  }, [isEmpty]);
  return {
    form,
    rows,
    groups,
    goneCount,
    isReading,
    open: (action: BulkAction) =>
      setForm(form?.action === action ? null : emptyForm(action, readBulkDraft(action))),
    setForm,
    close: () => setForm(null),
  };
}

export type Bulk = ReturnType<typeof useBulk>;
