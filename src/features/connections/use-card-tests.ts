import { useState } from 'react';
import type { CheckReport } from '#domain/vendor.ts';

export type CardTest = {
  isRunning: boolean;
  result: { at: number; report: CheckReport } | null;
  /** The test itself could not be run. */
  trouble: string | null;
};

/** Tests of saved connections, by id; each card shows its own. */
export function useCardTests(check: (id: string) => Promise<CheckReport>) {
  const [tests, setTests] = useState<Readonly<Record<string, CardTest>>>({});
  const put = (id: string, test: CardTest) => setTests(current => ({ ...current, [id]: test }));

  /** Resolves to whether every step passed. */
  async function run(id: string): Promise<boolean> {
    if (tests[id]?.isRunning === true) return false;
    put(id, { isRunning: true, result: null, trouble: null });
    try {
      const report = await check(id);
      put(id, { isRunning: false, result: { at: Date.now(), report }, trouble: null });
      return report.isPassed;
    } catch (error) {
      const trouble = error instanceof Error ? error.message : String(error);
      put(id, { isRunning: false, result: null, trouble });
      return false;
    }
  }

  function close(id: string) {
    setTests(({ [id]: _, ...others }) => others);
  }

  return { tests, run, close };
}
