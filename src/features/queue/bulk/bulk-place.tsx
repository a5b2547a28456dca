import { lazy, Suspense } from 'react';
import { keepBulkDraft } from './bulk-draft.ts';
import type { Bulk } from './use-bulk.ts';

const BulkPane = lazy(() => import('./bulk-pane.tsx').then(module => ({ default: module.BulkPane })));

/** Where the plan stands while a form is open. `onLeave`: the hands go back to the list. */
export function BulkPlace({ bulk, onLeave }: { bulk: Bulk; onLeave: () => void }) {
  const { form, setForm } = bulk;
  if (form === null) return null;
  function close() {
    setForm(null);
    onLeave();
  }
  return (
    <Suspense>
      <BulkPane
        form={form}
        onForm={setForm}
        rows={bulk.rows}
        groups={bulk.groups}
        goneCount={bulk.goneCount}
        isReading={bulk.isReading}
        onClose={close}
        onSent={close}
        onUndone={() => {
          keepBulkDraft(form.action, form.text);
          setForm(form);
        }}
      />
    </Suspense>
  );
}
