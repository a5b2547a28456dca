import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import type { Connection } from '#domain/connection.ts';
import type { ConnectionDraft, VendorInfo } from '#store/gateway-api.ts';
import { ErrorLine } from '#ui/feedback/error-line.tsx';
import { Dialog } from '#ui/panes/dialog.tsx';
import classes from './dialogs.module.css';
import { ImportPlanView } from './import-plan-view.tsx';
import { type ImportReading, readSettingsFile } from './settings-file.ts';

type ImportDialogProps = {
  vendors: readonly VendorInfo[];
  connections: readonly Connection[];
  onAdd: (draft: ConnectionDraft) => Promise<unknown>;
  onClose: () => void;
};

type Outcome = { added: number; failed: readonly { name: string; problem: string }[] };

/** Adds connections from a settings file. Nothing is done before it has been shown what will be. */
export function ImportDialog({ vendors, connections, onAdd, onClose }: ImportDialogProps) {
  const [reading, setReading] = useState<ImportReading | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const plan = reading !== null && 'plan' in reading ? reading.plan : null;

  async function read(file: File | null) {
    if (file === null) return;
    setOutcome(null);
    const text = await file.text().catch(() => null);
    setReading(
      text === null
        ? { problem: `${file.name} could not be read. Nothing was changed.` }
        : readSettingsFile(text, file.name, vendors, connections),
    );
  }

  async function add(drafts: readonly ConnectionDraft[]) {
    if (isBusy) return;
    setBusy(true);
    const failed: { name: string; problem: string }[] = [];
    for (const draft of drafts) {
      try {
        await onAdd(draft);
      } catch (error) {
        failed.push({ name: draft.name, problem: error instanceof Error ? error.message : String(error) });
      }
    }
    setBusy(false);
    setOutcome({ added: drafts.length - failed.length, failed });
    if (failed.length === 0) onClose();
  }

  const count = plan?.adds.length ?? 0;
  return (
    <Dialog
      title="Import connections"
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{outcome === null ? 'Cancel' : 'Close'}</Button>
          {plan === null || count === 0 || outcome !== null ? null : (
            <Button variant="filled" onClick={() => void add(plan.adds)}>
              {isBusy ? 'Adding' : `Add ${count} ${count === 1 ? 'connection' : 'connections'}`}
            </Button>
          )}
        </>
      }
    >
      <div className={classes['text']}>
        <p>
          A settings file has connections without secrets, such as “Export without secrets” writes. What is
          here already stays as it is.
        </p>
        <div>
          <FileButton accept="application/json,.json" onChange={file => void read(file)}>
            {props => <Button {...props}>Choose a file</Button>}
          </FileButton>
        </div>
      </div>
      {reading !== null && 'problem' in reading ? <ErrorLine text={reading.problem} /> : null}
      {plan === null || outcome !== null ? null : <ImportPlanView plan={plan} vendors={vendors} />}
      {outcome === null ? null : (
        <div role="status">
          <p>{outcome.added} added.</p>
          {outcome.failed.map(({ name, problem }) => (
            <ErrorLine key={name} text={`${name} was not added. ${problem}`} />
          ))}
        </div>
      )}
    </Dialog>
  );
}
