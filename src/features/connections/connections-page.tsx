import { useAnalystSettings, useConnectionStates, useConnections, useDiskTrouble } from '#store/queries.ts';
import { useCommands } from '#store/use-commands.ts';
import { ConnectionsView } from './connections-view.tsx';
import { toShown } from './shown-connection.ts';
import { usePlace } from './use-place.ts';

const nothing = { connections: [], vendors: [], secretStore: { kind: 'memory' } } as const;

/** Every configured vendor account: its state, and what can be done about it. */
export function ConnectionsPage() {
  const { data: list = nothing, error } = useConnections();
  const states = useConnectionStates();
  const diskTrouble = useDiskTrouble();
  const { memoryOnly } = useAnalystSettings();
  const commands = useCommands();
  const place = usePlace();
  const troubles = [
    ...(error === null ? [] : [`${error.message} What is shown is the list of last time.`]),
    ...(diskTrouble === null ? [] : [diskTrouble]),
  ];
  return (
    <ConnectionsView
      {...place}
      list={list}
      shown={toShown({ ...list, states, memoryOnly })}
      commands={commands}
      troubles={troubles}
    />
  );
}
