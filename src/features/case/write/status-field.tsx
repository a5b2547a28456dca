import type { Choice } from '#domain/command.ts';
import { StatusGlyph } from '#ui/marks/status-glyph.tsx';
import { StatusLabel } from '#ui/marks/status-label.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import { type CaseWriting, findOffer, sayUnavailable } from './case-writing.ts';
import { ChangeMark } from './change-mark.tsx';
import { ChoiceMenu } from './choice-menu.tsx';
import { shownChange } from './shown-change.ts';
import { useChange } from './use-change.ts';

/** Of some vendors what may be set beside open and closed is no status: it has a name and a value of its own. */
export function ownStatusName(writing: CaseWriting): string | null {
  return findOffer(writing, 'status')?.label ?? null;
}

export function StatusField({ writing }: { writing: CaseWriting }) {
  const { row } = writing;
  const offer = findOffer(writing, 'status');
  const { change } = useChange(writing, offer);
  const ownName = ownStatusName(writing);
  const shown = shownChange(writing, ownName === null ? ['status', 'close', 'reopen'] : ['close', 'reopen']);
  const { status, word } = shownStatus(writing, shown.change);
  const value = (
    <>
      <StatusLabel status={status} word={word} hasRoom />
      <ChangeMark mark={shown.mark} />
    </>
  );
  if (ownName !== null) return value;
  return (
    <ChoiceMenu
      name="Status"
      keys="s"
      choices={(offer?.choices ?? []).map(toMenuChoice)}
      current={shown.change === null ? row.status.raw : word}
      unavailable={sayUnavailable(writing, offer)}
      warning={offer?.warning ?? ''}
      onChoose={to => change({ name: 'status', to, ...labelOf(offer?.choices, to) })}
    >
      {value}
    </ChoiceMenu>
  );
}

/** The vendor's own choice that is no status: 'Outcome'. */
export function OutcomeField({ writing, name }: { writing: CaseWriting; name: string }) {
  const offer = findOffer(writing, 'status');
  const { change } = useChange(writing, offer);
  const shown = shownChange(writing, ['status']);
  const read = Object.entries(offer?.base ?? {}).find(([field]) => field !== 'status')?.[1] ?? '';
  const wanted = shown.change?.name === 'status' ? shown.change.to : read;
  const label = labelOf(offer?.choices, wanted).label ?? wanted;
  return (
    <ChoiceMenu
      name={name}
      keys="s"
      choices={offer?.choices ?? []}
      current={wanted}
      unavailable={sayUnavailable(writing, offer)}
      warning={offer?.warning ?? ''}
      onChoose={to => change({ name: 'status', to, ...labelOf(offer?.choices, to) })}
    >
      <InertText text={label === '' ? 'None' : label} shownLength={80} />
      <ChangeMark mark={shown.mark} />
    </ChoiceMenu>
  );
}

function shownStatus(writing: CaseWriting, change: ReturnType<typeof shownChange>['change']) {
  const { row } = writing;
  if (change?.name !== 'status' && change?.name !== 'close' && change?.name !== 'reopen')
    return { status: row.status.value, word: row.status.raw };
  const choice = findOffer(writing, change.name)?.choices.find(({ value }) => value === change.to);
  const usual = { status: 'other', close: 'closed', reopen: 'open' } as const;
  return { status: choice?.status ?? usual[change.name], word: change.label ?? change.to };
}

function toMenuChoice({ value, label, status }: Choice) {
  return {
    value,
    label,
    ...(status === undefined ? {} : { icon: <StatusGlyph status={status} isDecoration /> }),
  };
}

/** What people read for a value; left out where it is the value itself. */
export function labelOf(choices: readonly Choice[] | undefined, value: string): { label?: string } {
  const label = choices?.find(choice => choice.value === value)?.label;
  return label === undefined || label === value ? {} : { label };
}
