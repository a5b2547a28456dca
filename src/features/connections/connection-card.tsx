import { Button } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import { useId } from 'react';
import { isTroubled } from '#store/describe-health.ts';
import { ErrorLine } from '#ui/feedback/error-line.tsx';
import { VendorBadge } from '#ui/marks/badges.tsx';
import { MenuButton, type MenuEntry } from '#ui/panes/menu-button.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import { type CardButton, chooseButtons } from './card-buttons.ts';
import classes from './connection-card.module.css';
import { HealthLine } from './health-line.tsx';
import { OneTimeCode } from './one-time-code.tsx';
import { RowFacts } from './row-facts.tsx';
import { hostOf, type ShownConnection, sayKeep, summariseSecrets } from './shown-connection.ts';
import { isTlsFailure } from './step-words.ts';
import { TestReport } from './test-report.tsx';
import type { CardTest } from './use-card-tests.ts';
import { useHealthWords } from './use-health-words.ts';

/** What can be done with one connection. Those that may fail reject with a sentence. */
export type CardActions = {
  edit: (isReplacing: boolean) => void;
  test: () => void;
  closeTest: () => void;
  tryNow: () => void;
  signIn: (code: string) => Promise<void>;
  keepOnDisk: (isKept: boolean) => void;
  askToForget: () => void;
  askToDelete: () => void;
};

type ConnectionCardProps = {
  shown: ShownConnection;
  test: CardTest | undefined;
  /** Its form is open. */
  isCurrent: boolean;
  actions: CardActions;
};

const declaredReason = 'It is declared in a file and is changed there.';

export function ConnectionCard({ shown, test, isCurrent, actions }: ConnectionCardProps) {
  const { connection, vendor, state, isKeptOnDisk } = shown;
  const { health } = state;
  const titleId = useId();
  const words = useHealthWords(state);
  const secret = summariseSecrets(shown);
  const host = hostOf(shown);
  const isDeclared = connection.source === 'file';
  const isSecretHere = connection.source === 'screen';
  const isCodeAsked = health.kind === 'signed-out' && health.reason === 'totp-required';
  const buttons = chooseButtons(health, isSecretHere ? secret : null);
  const notes = [
    isTroubled(state) ? '' : sayKeep(connection.keep),
    isKeptOnDisk ? '' : 'Rows are not kept on disk.',
    isDeclared ? declaredReason : '',
  ];

  const menu: MenuEntry[] = [
    { label: 'Test', onSelect: actions.test, isDisabled: health.kind === 'rate-limited' },
    { label: 'Try now', onSelect: actions.tryNow, isDisabled: health.kind === 'rate-limited' },
    { label: 'Forget cached data…', onSelect: actions.askToForget },
    isKeptOnDisk
      ? { label: 'Do not keep on disk', onSelect: () => actions.keepOnDisk(false) }
      : { label: 'Keep on disk', onSelect: () => actions.keepOnDisk(true) },
  ];
  const last: MenuEntry = {
    label: isDeclared ? 'Delete: declared in a file' : 'Delete…',
    onSelect: actions.askToDelete,
    isDisabled: isDeclared,
    isDangerous: !isDeclared,
  };

  return (
    <article className={classes['card']} aria-labelledby={titleId} data-current={isCurrent || undefined}>
      <header className={classes['head']}>
        <h2 id={titleId} className={classes['name']} title={connection.name}>
          <InertText text={connection.name} />
        </h2>
        <span className={classes['badge']}>
          <VendorBadge name={vendor?.shortName ?? connection.vendor} />
        </span>
        <div className={classes['menu']}>
          <MenuButton
            label={`More for ${connection.name}`}
            icon={<Ellipsis size={16} aria-hidden />}
            sections={[
              { heading: '', entries: menu },
              { heading: 'Cannot be undone', entries: [last] },
            ]}
          />
        </div>
      </header>
      <HealthLine kind={health.kind} words={words} />
      {isCodeAsked ? <OneTimeCode onSignIn={actions.signIn} /> : null}
      <RowFacts state={state} />
      {host === null ? null : <p className={classes['host']}>{host}</p>}
      <p className={classes['sentence']}>
        <InertText
          text={[words.sentence, ...notes].filter(part => part !== '').join(' ')}
          shownLength={600}
        />
      </p>
      {test?.trouble == null ? null : <ErrorLine text={test.trouble} onRetry={actions.test} />}
      {test?.result == null ? null : (
        <TestReport
          at={test.result.at}
          report={test.result.report}
          actions={
            test.result.report.steps.some(isTlsFailure) && !isDeclared ? (
              <Button onClick={() => actions.edit(false)}>Edit to trust it</Button>
            ) : undefined
          }
        />
      )}
      <div className={classes['foot']}>
        {buttons.map(button => (
          <FootButton
            key={button}
            button={button}
            secretWord={
              secret === null ? '' : `${secret.isMissing ? 'Set' : 'Replace'} the ${lowerFirst(secret.label)}`
            }
            isTesting={test?.isRunning ?? false}
            isDeclared={isDeclared}
            actions={actions}
          />
        ))}
        {test?.result == null ? null : (
          <Button variant="subtle" color="gray" onClick={actions.closeTest}>
            Close test
          </Button>
        )}
        {secret === null ? null : (
          <span className={classes['secret']} data-missing={secret.isMissing || undefined}>
            {secret.words}
          </span>
        )}
      </div>
    </article>
  );
}

type FootButtonProps = {
  button: CardButton;
  secretWord: string;
  isTesting: boolean;
  isDeclared: boolean;
  actions: CardActions;
};

function FootButton({ button, secretWord, isTesting, isDeclared, actions }: FootButtonProps) {
  if (button === 'replace-secret') return <Button onClick={() => actions.edit(true)}>{secretWord}</Button>;
  if (button === 'try-now') return <Button onClick={actions.tryNow}>Try now</Button>;
  if (button === 'test') return <Button onClick={actions.test}>{isTesting ? 'Testing' : 'Test'}</Button>;
  return (
    <Button
      disabled={isDeclared}
      onClick={() => actions.edit(false)}
      {...(isDeclared ? { title: declaredReason } : {})}
    >
      Edit
    </Button>
  );
}

/** 'Client secret' → 'client secret', but 'API key' stays. */
function lowerFirst(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
