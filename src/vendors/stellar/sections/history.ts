import * as v from 'valibot';
import type { Block, SectionPage } from '#domain/section.ts';
import type { SectionReader } from '#http/sections.ts';
import type { CaseAccess } from '../case-access.ts';
import type { StellarCall } from '../case-list.ts';
import { notUnderstood } from '../errors.ts';
import type { People } from '../people.ts';
import { readActivities } from './activity.ts';
import { type Attempt, attempt, isPassing, notRead } from './attempt.ts';
import { activityTable, scoreTable, toActivityEntries, toScoreEntries } from './history-blocks.ts';
import { readScores } from './score.ts';

const wireList = v.object({ data: v.array(v.unknown()) });

/** What people and the machine changed, and how the score came about. One of the two may fail by itself. */
export function createHistory({ call, allow }: CaseAccess, people: People): SectionReader {
  return {
    async read(id, _cursor, signal): Promise<SectionPage> {
      const [activities, scores, names] = await Promise.all([
        attempt(call('listActivities', { params: { id }, signal }).then(readList)),
        attempt(listScores(call, id, signal).then(readList)),
        people(signal),
        allow(id, signal),
      ]);
      if (activities.failure !== null && scores.failure !== null) throw activities.failure;
      const changes = readActivities(items(activities), names);
      const steps = readScores(items(scores));
      const blocks: (Block | null)[] = [
        activities.failure === null ? null : notRead('no-activities', 'What was changed', activities.failure),
        scores.failure === null ? null : notRead('no-scores', 'The score history', scores.failure),
        activityTable(changes),
        scoreTable(steps),
      ];
      return {
        blocks: blocks.filter(block => block !== null),
        entries: [...toActivityEntries(changes), ...toScoreEntries(steps)],
        observables: [],
        count: changes.length + steps.length,
        next: null,
      };
    },
  };
}

/** Releases before 5.2 have it under another path. */
async function listScores(call: StellarCall, id: string, signal: AbortSignal): Promise<unknown> {
  const { body, failure } = await attempt(call('listScores', { params: { id }, signal }));
  if (failure === null) return body;
  if (isPassing(failure)) throw failure;
  return call('listScoresBefore52', { params: { id }, signal });
}

function readList(body: unknown): unknown[] {
  const parsed = v.safeParse(wireList, body);
  if (!parsed.success) throw notUnderstood('a history');
  return parsed.output.data;
}

function items({ body }: Attempt): readonly unknown[] {
  return Array.isArray(body) ? body : [];
}
