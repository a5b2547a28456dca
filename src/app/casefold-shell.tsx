import { List, Plug } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { ConnectionState } from '#domain/sync-state.ts';
import { openOutbox } from '#features/outbox/outbox-opening.ts';
import { isTroubled } from '#store/describe-health.ts';
import { useAnalystSettings, useCacheRebuilt, useConnectionFact } from '#store/queries.ts';
import { builtInViews } from '#store/view/built-in-views.ts';
import { useReadWritten } from '#store/write/writes.ts';
import { showToast } from '#ui/feedback/toast.ts';
import { openingPath } from './opening-path.ts';
import type { PaletteAction } from './palette.tsx';
import { Shell, type ShellItem } from './shell.tsx';
import { Strip } from './strip.tsx';

function countTroubled(states: readonly ConnectionState[]): number {
  return states.filter(isTroubled).length;
}

const strip = <Strip />;

const outboxActions: readonly PaletteAction[] = [
  { id: 'ledger', label: 'Ledger of what was sent', group: 'Outbox', run: () => openOutbox('ledger') },
  { id: 'drafts', label: 'Drafts not sent', group: 'Outbox', run: () => openOutbox('drafts') },
];

/** The shell with this product's places: only those that exist. */
export function CasefoldShell() {
  const navigate = useNavigate();
  const { savedViews } = useAnalystSettings();
  const count = useConnectionFact(countTroubled);
  useReadWritten();

  const rebuiltBecause = useCacheRebuilt();
  useEffect(() => {
    if (rebuiltBecause !== null) void showToast({ text: rebuiltBecause, durationMs: null });
  }, [rebuiltBecause]);

  const items: ShellItem[] = [
    { to: openingPath(), label: 'Queue', icon: List, attention: null, keys: 'g>q', within: '/case/' },
    {
      to: '/connections',
      label: 'Connections',
      icon: Plug,
      attention:
        count === 0 ? null : `${count} ${count === 1 ? 'connection needs' : 'connections need'} attention`,
      keys: 'g>c',
    },
  ];
  const actions = useMemo(
    () => [
      ...[...builtInViews, ...savedViews].map(({ name, search }) => ({
        id: `view ${name}`,
        label: name,
        group: 'Views',
        run: () => void navigate(`/queue?${search}`),
      })),
      ...outboxActions,
    ],
    [navigate, savedViews],
  );
  return <Shell items={items} strip={strip} actions={actions} />;
}
