import type { QueryClient } from '@tanstack/react-query';
import { changeAnalystSettings, getAnalystSettings } from './analyst-settings.ts';
import { getEngine } from './engine/engine-client.ts';
import { type ConnectionDraft, gatewayApi } from './gateway-api.ts';
import { queries } from './queries.ts';

/** Every change that a screen makes to connections and to what is kept here. */
export function createCommands(client: QueryClient) {
  /** The gateway's list is the truth; the engine follows it. */
  async function reload(): Promise<void> {
    await client.invalidateQueries({ queryKey: queries.connections().queryKey });
    const { connections } = await client.ensureQueryData(queries.connections());
    await getEngine().setConnections(connections);
  }

  return {
    addConnection: async (draft: ConnectionDraft) => {
      const connection = await gatewayApi.add(draft);
      await reload();
      return connection;
    },
    changeConnection: async (draft: ConnectionDraft) => {
      const connection = await gatewayApi.change(draft);
      await reload();
      await getEngine().syncNow(draft.id);
      return connection;
    },
    /** Removes settings, secrets, and rows from memory and disk. */
    removeConnection: async (id: string) => {
      await gatewayApi.remove(id);
      await reload();
      const { memoryOnly } = getAnalystSettings();
      changeAnalystSettings({ memoryOnly: memoryOnly.filter(other => other !== id) });
    },
    checkConnection: gatewayApi.check,
    checkDraft: gatewayApi.checkDraft,
    /** A one-time code for a vendor that asks for one; the sync then goes on. */
    signIn: async (id: string, totp: string) => {
      await gatewayApi.signIn(id, totp);
      await getEngine().syncNow(id);
    },
    /** Asks the vendor at once; also ends a wait for a person. null: every connection. */
    syncNow: (id: string | null) => getEngine().syncNow(id),
    forgetCached: (id: string) => getEngine().forgetCached(id),
    setKeptOnDisk: async (id: string, isKept: boolean) => {
      const others = getAnalystSettings().memoryOnly.filter(other => other !== id);
      const memoryOnly = isKept ? others : [...others, id];
      changeAnalystSettings({ memoryOnly });
      await getEngine().setMemoryOnly(memoryOnly);
    },
  };
}

export type Commands = ReturnType<typeof createCommands>;
