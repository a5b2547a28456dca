import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { SecretStoreInfo } from '#store/gateway-api.ts';
import { ErrorLine } from '#ui/feedback/error-line.tsx';
import { SidePane } from '#ui/panes/side-pane.tsx';
import { useShortcut } from '#ui/shortcuts/use-shortcut.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import { RelativeTime } from '#ui/time/relative-time.tsx';
import { ConnectionFields } from './connection-fields.tsx';
import classes from './form.module.css';
import { certificateOf, isTlsFailure, type ShownCertificate } from './step-words.ts';
import { TestReport } from './test-report.tsx';
import { TrustDialog } from './trust-dialog.tsx';
import { type ConnectionFormOptions, useConnectionForm } from './use-connection-form.ts';

type ConnectionPaneProps = ConnectionFormOptions & {
  secretStore: SecretStoreInfo;
  /** Opens at the secret, to type another one. */
  isReplacing: boolean;
  onClose: () => void;
};

/** Adds a connection, or changes one. */
export function ConnectionPane(props: ConnectionPaneProps) {
  const { connection, vendors, secretStore, isReplacing, onClose } = props;
  const form = useConnectionForm(props);
  const { result, busy, problems, restoredAt } = form;
  const [isTrustAsked, setTrustAsked] = useState(false);
  const [certificate, setCertificate] = useState<ShownCertificate | null>(null);
  const element = useRef<HTMLFormElement>(null);

  useEffect(() => {
    const first = isReplacing ? '[data-field][type="password"]' : '[data-field]';
    element.current?.querySelector<HTMLElement>(first)?.focus();
  }, [isReplacing]);

  const hasProblems = Object.keys(problems).length > 0;
  useEffect(() => {
    if (hasProblems) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [hasProblems]);

  const report = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (result !== null) report.current?.scrollIntoView({ block: 'nearest' });
  }, [result]);

  useShortcut({
    keys: 'escape',
    description: 'Close the form, what is typed is kept',
    group: 'Connections',
    run: onClose,
    isAlways: true,
  });

  function askForAuthority() {
    setTrustAsked(true);
    requestAnimationFrame(() =>
      element.current?.querySelector<HTMLElement>('[data-field="caFile"]')?.focus(),
    );
  }

  const failed = result?.report.steps.find(isTlsFailure);
  const shown = failed === undefined ? null : certificateOf(failed);
  const title = connection === null ? 'Add a vendor' : `Edit ${connection.name}`;
  const testWord = busy === 'testing' ? 'Testing' : result === null ? 'Test' : 'Test again';
  const saveWord = busy === 'saving' ? 'Saving' : 'Save';

  return (
    <SidePane
      label={title}
      head={
        <h2 className={classes['title']}>
          <InertText text={title} />
        </h2>
      }
      onClose={onClose}
      foot={
        <div className={classes['foot']}>
          {form.isUntested ? (
            <Button onClick={() => void form.save()}>{busy === 'saving' ? 'Saving' : 'Save untested'}</Button>
          ) : (
            <Button onClick={() => void form.test()}>{testWord}</Button>
          )}
          <div className={classes['end']}>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="filled" type="submit" form="connection-form">
              {form.isUntested ? testWord : saveWord}
            </Button>
          </div>
        </div>
      }
    >
      <form
        id="connection-form"
        ref={element}
        className={classes['form']}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void (form.isUntested ? form.test() : form.save());
        }}
      >
        {restoredAt === null ? null : (
          <div className={classes['restored']}>
            <span>
              Changed <RelativeTime at={restoredAt} />, not saved. Secrets were not kept.
            </span>
            <Button size="compact-xs" onClick={form.startOver}>
              Start over
            </Button>
          </div>
        )}
        <ConnectionFields
          form={form}
          connection={connection}
          vendors={vendors}
          secretStore={secretStore}
          isReplacing={isReplacing}
          isTrustShown={isTrustAsked}
        />
        {form.trouble === null ? null : <ErrorLine text={form.trouble} />}
        <div ref={report}>
          {result === null ? null : (
            <TestReport
              at={result.at}
              report={result.report}
              isOld={!form.isResultCurrent}
              actions={
                failed === undefined ? undefined : (
                  <>
                    <Button onClick={askForAuthority}>Choose CA file</Button>
                    {shown === null ? null : (
                      <Button onClick={() => setCertificate(shown)}>Trust this certificate…</Button>
                    )}
                  </>
                )
              }
            />
          )}
        </div>
      </form>
      <TrustDialog
        certificate={certificate}
        onClose={() => setCertificate(null)}
        onTrust={fingerprint => {
          form.changeSettings({ certificateSha256: fingerprint });
          setCertificate(null);
        }}
      />
    </SidePane>
  );
}
