import { analysts } from '../../cast.ts';
import { createNoise } from '../../noise.ts';
import { createRandom, type Random } from '../../random.ts';
import type { SimulatorOptions } from '../../simulator.ts';
import { serviceUser } from './accounts.ts';
import { seedEvent } from './seed-events.ts';
import { seedUsers, subjectOf } from './seed-users.ts';
import { findings, type Theme, themes } from './seed-words.ts';
import { archivalOf, archiveAfterDays, type CaseStatus, type IncydrState, type StoredCase } from './state.ts';
import { storyEntries, storyEvents, storyFindings } from './story-cases.ts';

const minuteMs = 60_000;
const dayMinutes = 1440;

/** The tenant's records: the story's cases first, then ordinary ones, `size` in all. */
export function seedIncydr(options: SimulatorOptions): IncydrState {
  const state: IncydrState = {
    cases: new Map(),
    events: new Map(),
    users: seedUsers(),
    nextNumber: 1,
    lastStampMicros: 0,
  };
  if (options.scenario === 'empty') return state;
  const random = createRandom(4242);
  const entries = storyEntries.slice(0, options.size);
  const names = new Set(entries.map(entry => entry.title));
  // Older cases have lower numbers, so the story's, being the youngest, come last.
  const ordinary = Array.from({ length: options.size - entries.length }, () =>
    createOrdinary(random, names, options.epoch),
  ).sort((left, right) => left.draft.createdAtMicros - right.draft.createdAtMicros);
  for (const { draft, theme, host } of ordinary) {
    const stored = add(state, draft);
    if (stored.status === 'ARCHIVED') continue;
    const count = random.int(1, 6);
    for (let index = 0; index < count; index += 1) {
      const event = seedEvent(random, theme, stored, host, index);
      state.events.set(event.id, event);
      stored.eventIds.push(event.id);
    }
  }
  for (const entry of [...entries].sort((left, right) => right.ageMinutes - left.ageMinutes)) {
    const createdAtMicros = micros(options.epoch - entry.ageMinutes * minuteMs, random);
    const stored = add(state, {
      name: entry.title,
      description: entry.text,
      findings: storyFindings(entry),
      status: 'OPEN',
      subject: subjectOf(entry.users[0] ?? ''),
      assignee: analysts.find(analyst => analyst.key === entry.assignee)?.uid ?? null,
      createdAtMicros,
      updatedAtMicros: micros(options.epoch - entry.changedMinutes * minuteMs, random),
      createdBy: serviceUser.uid,
      lastModifiedBy: analysts.find(analyst => analyst.key === entry.assignee)?.uid ?? serviceUser.uid,
      archivalAt: archivalOf(createdAtMicros),
    });
    for (const event of storyEvents(entry, stored, random)) {
      state.events.set(event.id, event);
      stored.eventIds.push(event.id);
    }
  }
  return state;
}

type Draft = Omit<StoredCase, 'number' | 'eventIds'>;
type Ordinary = { draft: Draft; theme: Theme; host: string };

function add(state: IncydrState, draft: Draft): StoredCase {
  const stored: StoredCase = { number: state.nextNumber, ...draft, eventIds: [] };
  state.nextNumber += 1;
  state.cases.set(stored.number, stored);
  return stored;
}

/** One ordinary case. What is done was done within the last 85 days; what is archived was made 90 days before that. */
function createOrdinary(random: Random, names: Set<string>, epoch: number): Ordinary {
  const noise = createNoise(random, 80);
  const theme = random.pick(themes);
  const fill = (text: string) => text.replaceAll('{user}', noise.user).replaceAll('{host}', noise.host);
  let name = fill(theme.name).replace('{n}', String(random.int(12, 9400)));
  while (names.has(name)) name = fill(theme.name).replace('{n}', String(random.int(9401, 99_999)));
  names.add(name);

  const status: CaseStatus = random.chance(0.03)
    ? 'ARCHIVED'
    : random.chance(noise.ageMinutes > 14 * dayMinutes ? 0.85 : 0.3)
      ? 'CLOSED'
      : 'OPEN';
  const ageMinutes =
    status === 'ARCHIVED' ? noise.ageMinutes + archiveAfterDays * dayMinutes : noise.ageMinutes;
  const createdAtMicros = micros(epoch - ageMinutes * minuteMs, random);
  const archivalAt = status === 'CLOSED' ? null : archivalOf(createdAtMicros);
  const updatedAt =
    status === 'ARCHIVED' && archivalAt !== null ? archivalAt : epoch - noise.changedMinutes * minuteMs;
  const assignee = status === 'OPEN' && random.chance(0.35) ? null : random.pick(analysts).uid;
  const draft: Draft = {
    name,
    description: random.chance(0.85) ? fill(theme.description) : null,
    findings: status === 'OPEN' && random.chance(0.7) ? null : random.pick(findings),
    status,
    subject: random.chance(0.9) ? subjectOf(noise.user) : null,
    assignee,
    createdAtMicros,
    updatedAtMicros: micros(updatedAt, random),
    createdBy: random.chance(0.6) ? serviceUser.uid : random.pick(analysts).uid,
    lastModifiedBy: assignee ?? serviceUser.uid,
    archivalAt,
  };
  return { draft, theme, host: noise.host };
}

function micros(ms: number, random: Random): number {
  return ms * 1000 - random.int(0, 999_999);
}
