import { SeverityMark } from '#ui/marks/severity-mark.tsx';
import { SeverityValue } from '../row-values.tsx';
import { type CaseWriting, findOffer, sayUnavailable } from './case-writing.ts';
import { ChangeMark } from './change-mark.tsx';
import { ChoiceMenu } from './choice-menu.tsx';
import { shownChange } from './shown-change.ts';
import { labelOf } from './status-field.tsx';
import { useChange } from './use-change.ts';

export function SeverityField({ writing }: { writing: CaseWriting }) {
  const { row } = writing;
  const offer = findOffer(writing, 'severity');
  const { change } = useChange(writing, offer);
  const { change: wanted, mark } = shownChange(writing, ['severity']);
  const choice =
    wanted?.name === 'severity' ? offer?.choices.find(({ value }) => value === wanted.to) : undefined;
  const severity =
    wanted?.name === 'severity'
      ? { value: choice?.severity ?? 'unknown', raw: wanted.label ?? wanted.to }
      : row.severity;
  return (
    <ChoiceMenu
      name="Severity"
      choices={(offer?.choices ?? []).map(({ value, label, severity: ours }) => ({
        value,
        label,
        ...(ours === undefined ? {} : { icon: <SeverityMark severity={ours} isDecoration /> }),
      }))}
      current={wanted?.name === 'severity' ? wanted.to : row.severity.raw}
      unavailable={sayUnavailable(writing, offer)}
      warning={offer?.warning ?? ''}
      onChoose={to => change({ name: 'severity', to, ...labelOf(offer?.choices, to) })}
    >
      <SeverityValue severity={severity} />
      <ChangeMark mark={mark} />
    </ChoiceMenu>
  );
}
