import { Tabs } from '@mantine/core';
import { useOutbox } from '#store/write/writes.ts';
import { DraftsTab } from './drafts-tab.tsx';
import { LedgerTab } from './ledger-tab.tsx';
import classes from './outbox.module.css';
import { type OutboxTab, openOutbox, outboxTabs } from './outbox-opening.ts';
import { WaitingTab } from './waiting-tab.tsx';

const names: Record<OutboxTab, string> = { waiting: 'Waiting', ledger: 'Ledger', drafts: 'Drafts' };

export function OutboxDrawer({ tab }: { tab: OutboxTab }) {
  const waiting = useOutbox().length;
  return (
    <Tabs
      value={tab}
      onChange={next => openOutbox(outboxTabs.find(known => known === next) ?? 'waiting')}
      keepMounted={false}
    >
      <Tabs.List>
        {outboxTabs.map(name => (
          <Tabs.Tab key={name} value={name}>
            {names[name]}
            {name === 'waiting' && waiting > 0 ? ` ${waiting.toLocaleString('en')}` : ''}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="waiting" className={classes['panel'] ?? ''}>
        <WaitingTab />
      </Tabs.Panel>
      <Tabs.Panel value="ledger" className={classes['panel'] ?? ''}>
        <LedgerTab />
      </Tabs.Panel>
      <Tabs.Panel value="drafts" className={classes['panel'] ?? ''}>
        <DraftsTab />
      </Tabs.Panel>
    </Tabs>
  );
}
