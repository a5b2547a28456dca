import type { Person } from '#domain/case.ts';
import type { Choice } from '#domain/command.ts';
import { useAnalystSettings } from '#store/queries.ts';
import { useWhoAmI } from '#store/write/who-am-i.ts';
import { AssigneeValue } from '../row-values.tsx';
import { type CaseWriting, findOffer, sayUnavailable } from './case-writing.ts';
import { ChangeMark } from './change-mark.tsx';
import { ChoiceMenu } from './choice-menu.tsx';
import { shownChange } from './shown-change.ts';
import { useChange } from './use-change.ts';

/** Vendors' own ids are never empty. */
const nobody = '';

export function AssigneeField({ writing }: { writing: CaseWriting }) {
  const { row } = writing;
  const offer = findOffer(writing, 'assignee');
  const { change } = useChange(writing, offer);
  const { change: wanted, mark } = shownChange(writing, ['assignee']);
  const me = findMe(offer?.choices ?? [], useWhoAmI(row.connectionId), useAnalystSettings().myNames);
  const assignee = wanted?.name === 'assignee' ? toPerson(wanted.to, wanted.label) : row.assignee;
  const own = (offer?.choices ?? []).filter(({ value }) => value !== nobody);
  const others = own.filter(choice => choice !== me);
  return (
    <ChoiceMenu
      name="Assignee"
      keys="a"
      choices={[
        ...(me === null ? [] : [{ value: me.value, label: `Me, ${me.label}` }]),
        { value: nobody, label: 'Nobody' },
        ...others,
      ]}
      current={assignee?.id ?? nobody}
      unavailable={sayUnavailable(writing, offer)}
      warning={offer?.warning ?? ''}
      twice={me === null ? null : { value: me.value, description: 'Assign to me' }}
      onChoose={value =>
        change(
          value === nobody
            ? { name: 'assignee', to: null, label: 'Nobody' }
            : {
                name: 'assignee',
                to: value,
                label: own.find(choice => choice.value === value)?.label ?? value,
              },
        )
      }
    >
      <AssigneeValue assignee={assignee} />
      <ChangeMark mark={mark} />
    </ChoiceMenu>
  );
}

function toPerson(id: string | null, name: string): Person | null {
  return id === null ? null : { id, name };
}

/** By the connection's own credential first: an id of another vendor says nothing here. */
function findMe(choices: readonly Choice[], me: Person | null, myNames: readonly string[]): Choice | null {
  const names = [...(me === null ? [] : [me.name]), ...myNames].map(name => name.trim().toLowerCase());
  return (
    choices.find(({ value }) => value !== '' && value === me?.id) ??
    choices.find(({ label }) => names.includes(label.toLowerCase())) ??
    null
  );
}
