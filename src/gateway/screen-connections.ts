import { join } from 'node:path';
import * as v from 'valibot';
import { recordFields } from './connection-draft.ts';
import type { ConnectionRecord } from './connection-store.ts';
import { readPrivateFile } from './read-private-file.ts';
import { StartError } from './start-error.ts';
import { writeFileAtomic } from './write-file-atomic.ts';

const kept = v.strictObject({ version: v.literal(1), connections: v.array(v.strictObject(recordFields)) });

/** The settings of connections added on screen, without their secrets. */
export interface ScreenConnections {
  read(): Promise<readonly ConnectionRecord[]>;
  write(records: readonly ConnectionRecord[]): Promise<void>;
}

export function createScreenConnections(home: string): ScreenConnections {
  const file = join(home, 'connections.json');
  return {
    async read() {
      const bytes = await readPrivateFile(file);
      if (bytes === null) return [];
      const result = v.safeParse(kept, parse(bytes.toString('utf8')));
      if (!result.success) {
        throw new StartError(
          `${file} is not a settings file of this version: move it away, and add the connections anew.`,
        );
      }
      return result.output.connections.map(record => ({ ...record, source: 'screen' as const }));
    },
    async write(records) {
      const connections = records.map(({ source: _, ...record }) => record);
      await writeFileAtomic(file, `${JSON.stringify({ version: 1, connections }, null, 2)}\n`);
    },
  };
}

/** undefined where it is not JSON: no schema takes that. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
