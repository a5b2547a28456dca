import { Check, Circle, type LucideIcon, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CheckReport, CheckStep } from '#domain/vendor.ts';
import { sayClock, sayDate } from '#store/say-when.ts';
import { usePreferences } from '#ui/preferences/preferences.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import { certificateOf, failedSentence, failedTitle } from './step-words.ts';
import classes from './test-report.module.css';

type TestReportProps = {
  at: number;
  report: CheckReport;
  /** What is typed has changed since. */
  isOld?: boolean;
  /** What can be done about the step that failed. */
  actions?: ReactNode;
};

const icons: Record<CheckStep['state'], LucideIcon> = { passed: Check, failed: X, 'not-tried': Circle };
const words: Record<CheckStep['state'], string> = { passed: 'passed', failed: 'failed', 'not-tried': '' };

/** A test as the list of its steps. */
export function TestReport({ at, report, isOld = false, actions }: TestReportProps) {
  const { zone } = usePreferences();
  const failed = report.steps.find(step => step.state === 'failed');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs, and there are several tests on a page
    <div role="group" className={classes['report']} aria-label="Test">
      <p className={classes['title']}>
        Test, {sayClock(at, zone)}
        {isOld ? ', before the last change' : ''}
        <span className="cf-unseen" role="status">
          {failed === undefined ? ' passed' : ` failed: ${failedTitle(failed.label)}`}
        </span>
      </p>
      <ol className={classes['steps']}>
        {report.steps.map(step => (
          <Step key={step.label} step={step} actions={step === failed ? actions : undefined} />
        ))}
      </ol>
    </div>
  );
}

function Step({ step, actions }: { step: CheckStep; actions: ReactNode }) {
  const { zone } = usePreferences();
  const { label, state, detail, durationMs } = step;
  const Icon = icons[state];
  const certificate = certificateOf(step);
  return (
    <li className={classes['step']} data-state={state}>
      <Icon size={state === 'not-tried' ? 9 : 14} strokeWidth={2.25} aria-hidden />
      <span>
        <span className={classes['label']}>{state === 'failed' ? failedTitle(label) : label}</span>
        {state === 'passed' && detail !== undefined && detail !== '' ? (
          <span className={classes['found']}>
            {', '}
            <InertText text={detail.replace(/\.$/, '')} shownLength={200} />
          </span>
        ) : null}
        <span className="cf-unseen">{words[state]}</span>
      </span>
      <span className={classes['time']}>
        {state === 'not-tried' ? 'not tried' : durationMs === undefined ? '' : `${Math.round(durationMs)} ms`}
      </span>
      {state === 'failed' ? (
        <span className={classes['why']}>
          <InertText text={failedSentence(step)} shownLength={500} />
        </span>
      ) : null}
      {actions === undefined ? null : <div className={classes['actions']}>{actions}</div>}
      {certificate === null ? null : (
        <p className={classes['certificate']}>
          SHA-256 {shorten(certificate.fingerprint)}
          {certificate.validTo === null ? '' : `, valid to ${sayDate(certificate.validTo, zone)}`}
        </p>
      )}
    </li>
  );
}

/** '4F:9A:22:C1 … 7E:08': enough to tell two apart; the dialog that trusts one shows all of it. */
function shorten(fingerprint: string): string {
  return fingerprint.length <= 24 ? fingerprint : `${fingerprint.slice(0, 11)} … ${fingerprint.slice(-5)}`;
}
