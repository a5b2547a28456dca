import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Commands } from '#store/commands.ts';
import { isTroubled } from '#store/describe-health.ts';
import type { ConnectionList } from '#store/gateway-api.ts';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { ErrorLine } from '#ui/feedback/error-line.tsx';
import { PageHeader } from '#ui/panes/page-header.tsx';
import { downloadText } from '#ui/text/download-text.ts';
import { ConnectionCard } from './connection-card.tsx';
import { ConnectionPane } from './connection-pane.tsx';
import classes from './connections-page.module.css';
import { DeleteDialog, ForgetDialog } from './danger-dialogs.tsx';
import { DemoDialog } from './demo-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { writeSettingsFile } from './settings-file.ts';
import { type ShownConnection, sayCount } from './shown-connection.ts';
import { useCardTests } from './use-card-tests.ts';
import type { Place } from './use-place.ts';

export type ConnectionsViewProps = {
  list: ConnectionList;
  shown: readonly ShownConnection[];
  commands: Commands;
  place: Place;
  openAdd: () => void;
  openEdit: (id: string, isReplacing: boolean) => void;
  explainDemo: () => void;
  close: () => void;
  /** What keeps this page from being current, or rows from being kept. */
  troubles: readonly string[];
};

type Asked = { kind: 'delete' | 'read-again'; shown: ShownConnection } | { kind: 'import' } | null;

export function ConnectionsView(props: ConnectionsViewProps) {
  const { list, shown, commands, place, openAdd, openEdit, explainDemo, close, troubles } = props;
  const { tests, run, close: closeTest } = useCardTests(commands.checkConnection);
  const [asked, setAsked] = useState<Asked>(null);
  const [failure, setFailure] = useState<string | null>(null);

  function attempt(work: Promise<unknown>) {
    setFailure(null);
    work.catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)));
  }

  async function test({ connection, state }: ShownConnection) {
    // What was refused may be right by now: a test that passes ends the wait for a person.
    if ((await run(connection.id)) && isTroubled(state)) await commands.syncNow(connection.id);
  }

  const { pane } = place;
  const edited = pane?.kind === 'edit' ? shown.find(one => one.connection.id === pane.id) : undefined;
  const isPaneOpen = pane?.kind === 'add' || (edited !== undefined && edited.connection.source !== 'file');
  const editedConnection = edited?.connection ?? null;

  return (
    <div className={classes['page']}>
      <PageHeader
        title="Connections"
        support={shown.length === 0 ? undefined : sayCount(shown)}
        actions={
          <>
            <Button onClick={() => setAsked({ kind: 'import' })}>Import</Button>
            <Button
              disabled={shown.length === 0}
              onClick={() =>
                downloadText(
                  'casefold-connections.json',
                  writeSettingsFile(list.connections),
                  'application/json',
                )
              }
            >
              Export without secrets
            </Button>
            <Button variant="light" leftSection={<Plus size={14} aria-hidden />} onClick={openAdd}>
              Add a vendor
            </Button>
          </>
        }
      />
      <div className={classes['body']}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className={classes['list']} tabIndex={0} aria-label="All connections">
          {[...troubles, ...(failure === null ? [] : [failure])].map(text => (
            <ErrorLine key={text} text={text} />
          ))}
          {shown.length === 0 ? (
            <EmptyState
              title="No connection yet."
              actions={
                <>
                  <Button variant="light" onClick={openAdd}>
                    Add a vendor
                  </Button>
                  <Button onClick={explainDemo}>Look at the demo</Button>
                </>
              }
            >
              A connection is one account at one vendor. Its cases and alerts join the queue as they are read.
            </EmptyState>
          ) : (
            <div className={classes['cards']}>
              {shown.map(one => {
                const { id } = one.connection;
                return (
                  <ConnectionCard
                    key={id}
                    shown={one}
                    test={tests[id]}
                    isCurrent={editedConnection?.id === id}
                    actions={{
                      edit: isReplacing => openEdit(id, isReplacing),
                      test: () => attempt(test(one)),
                      closeTest: () => closeTest(id),
                      tryNow: () => attempt(commands.syncNow(id)),
                      signIn: code => commands.signIn(id, code),
                      keepOnDisk: isKept => attempt(commands.setKeptOnDisk(id, isKept)),
                      askToForget: () => setAsked({ kind: 'read-again', shown: one }),
                      askToDelete: () => setAsked({ kind: 'delete', shown: one }),
                    }}
                  />
                );
              })}
            </div>
          )}
        </section>
        {isPaneOpen ? (
          <ConnectionPane
            key={editedConnection?.id ?? ''}
            connection={editedConnection}
            vendors={list.vendors}
            takenNames={list.connections.map(({ name }) => name)}
            secretStore={list.secretStore}
            isReplacing={pane?.kind === 'edit' && pane.isReplacing}
            commands={commands}
            onSaved={close}
            onClose={close}
          />
        ) : null}
      </div>
      {asked?.kind === 'import' ? (
        <ImportDialog
          vendors={list.vendors}
          connections={list.connections}
          onAdd={commands.addConnection}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {asked?.kind === 'delete' ? (
        <DeleteDialog shown={asked.shown} remove={commands.removeConnection} onClose={() => setAsked(null)} />
      ) : null}
      {asked?.kind === 'read-again' ? (
        <ForgetDialog shown={asked.shown} forget={commands.forgetCached} onClose={() => setAsked(null)} />
      ) : null}
      <DemoDialog isOpen={place.isDemoExplained} onClose={close} />
    </div>
  );
}
