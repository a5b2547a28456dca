import { analysts, tenants } from '#mocks/cast.ts';
import { createNoise } from '#mocks/noise.ts';
import { createRandom } from '#mocks/random.ts';
import type { SimulatorOptions } from '#mocks/simulator.ts';
import { campaigns, type StoryEntry } from '#mocks/story.ts';
import { addFolders, emptyLists } from './cases-write.ts';
import { dayOf, historyKey } from './dates.ts';
import type { IrisCase } from './records.ts';
import { seedLongTimeline } from './seed-long-timeline.ts';
import { tellStory } from './seed-story.ts';
import { findUser, type IrisState } from './state.ts';
import { administratorId } from './users.ts';

const minuteMs = 60_000;
/** Nothing is older, so that the usual keep policy of 90 days holds every record. */
const spanDays = 80;
/** The newest case gets this number where there are enough of them: what a server has after some years of use. */
const newestId = 413;
/** Younger than this are only the newest two of the story, so that their numbers are the same in every world. */
const youngestNoiseMinutes = 190;

const largeSize = 400;
const longTimeline = 10_000;

type Draft = {
  title: string;
  text: string;
  tenant: string;
  tags: readonly string[];
  ageMinutes: number;
  changedMinutes: number;
  ownerId: number;
  openedById: number;
  isClosed: boolean;
  outcome: number;
  classificationId: number | null;
  story: StoryEntry | null;
};

/**
 * Case 1 'Initial Demo' is on every server and cannot be deleted. In a world of no records it is there too,
 * but the analyst's key may not see it.
 */
export function seedIris(state: IrisState, options: SimulatorOptions): void {
  state.customers.push({ id: 1, uuid: state.uuid(), name: 'IrisInitialClient', description: '', sla: '' });
  for (const tenant of tenants) {
    const id = tenant.number + 1;
    state.customers.push({
      id,
      uuid: state.uuid(),
      name: tenant.name,
      description: tenant.domain,
      sla: 'P1 1h, P2 4h',
    });
  }
  addInitialCase(state, options.epoch - (spanDays + 5) * 1440 * minuteMs);
  if (options.size === 0) {
    for (const user of state.users) state.access.set(`${user.id}:1`, 1);
    return;
  }
  const drafts = [...storyDrafts(), ...noiseDrafts(options.size)].slice(0, options.size - 1);
  drafts.sort((one, other) => other.ageMinutes - one.ageMinutes);
  state.nextId('case', Math.max(1, newestId - drafts.length));
  const cases = new Map(drafts.map(draft => [draft, addCase(state, options.epoch, draft)]));
  // In the order of the story, so that its objects have the same numbers in every world.
  for (const entry of storyEntries()) {
    const item = [...cases].find(([draft]) => draft.story === entry)?.[1];
    if (item !== undefined) tellStory(state, item, entry, options.epoch);
  }
  const richest = [...cases].find(([draft]) => draft.story === storyEntries()[0])?.[1];
  if (richest !== undefined) seenBefore(state, richest);
  // A server of that size has one that is out of all measure: the newest case without a story.
  const usual = [...cases].filter(([draft]) => draft.story === null).at(-1)?.[1];
  if (options.size >= largeSize && usual !== undefined) seedLongTimeline(state, usual, longTimeline);
}

/** The newest two other cases of its customer had its first host and its second IOC before. */
function seenBefore(state: IrisState, told: IrisCase): void {
  const asset = state.assets.find(candidate => candidate.caseId === told.id);
  const ioc = state.iocs.filter(candidate => candidate.caseIds.includes(told.id))[1];
  const others = state.cases.filter(item => item.customerId === told.customerId && item !== told);
  for (const other of others.slice(-2)) {
    ioc?.caseIds.push(other.id);
    if (asset === undefined) continue;
    state.assets.push({
      ...asset,
      id: state.nextId('asset'),
      uuid: state.uuid(),
      caseId: other.id,
      description: 'Seen before',
      compromiseId: 2,
      analysisId: 6,
      iocIds: [],
      addedAt: other.createdAt,
    });
  }
}

function addInitialCase(state: IrisState, at: number): void {
  addCase(state, at, {
    title: 'Initial Demo',
    text: 'This is a demonstration.',
    tenant: '',
    tags: [],
    ageMinutes: 0,
    changedMinutes: 0,
    ownerId: administratorId,
    openedById: administratorId,
    isClosed: false,
    outcome: 0,
    classificationId: null,
    story: null,
  }).socId = 'soc_id_demo';
}

/** Classification by a story's tag; a case without one of them has none. */
const classificationByTag: Readonly<Record<string, number>> = { lateral: 20, web: 14, insider: 12 };

function analystId(key: string | null): number {
  return analysts.find(analyst => analyst.key === key)?.number ?? administratorId;
}

function storyEntries(): StoryEntry[] {
  return campaigns.flatMap(campaign => campaign.entries).filter(entry => entry.vendor === 'iris');
}

function storyDrafts(): Draft[] {
  return storyEntries().map(entry => ({
    title: entry.title,
    text: entry.text,
    tenant: entry.tenant,
    tags: entry.tags,
    ageMinutes: entry.ageMinutes,
    changedMinutes: entry.changedMinutes,
    ownerId: analystId(entry.assignee),
    openedById: analystId(entry.assignee),
    isClosed: entry.status === 'closed',
    outcome: 0,
    classificationId: entry.tags.map(tag => classificationByTag[tag]).find(id => id !== undefined) ?? null,
    story: entry,
  }));
}

function noiseDrafts(count: number): Draft[] {
  const random = createRandom(0x17_15);
  return Array.from({ length: count }, () => {
    const noise = createNoise(random, spanDays);
    const isClosed = random.chance(noise.ageMinutes > 14 * 1440 ? 0.85 : 0.35);
    const outcome = noise.isUsuallyFalse ? 1 : random.pick([2, 2, 0, 3]);
    return {
      title: noise.title,
      text: `${noise.title}.\n\nHost **${noise.host}**, user **${noise.user}**. Raised from ${noise.alerts} alerts.`,
      tenant: noise.tenant,
      tags: noise.tags,
      ageMinutes: noise.ageMinutes + youngestNoiseMinutes,
      changedMinutes: noise.changedMinutes,
      ownerId: random.chance(0.2) ? administratorId : random.pick(analysts).number,
      openedById: random.chance(0.5) ? administratorId : random.pick(analysts).number,
      isClosed,
      outcome: isClosed ? outcome : 0,
      classificationId: random.pick([null, null, 1, 4, 7, 11, 14]),
      story: null,
    };
  });
}

function addCase(state: IrisState, epoch: number, draft: Draft): IrisCase {
  const id = state.nextId('case');
  const createdAt = epoch - draft.ageMinutes * minuteMs;
  const changedAt = epoch - draft.changedMinutes * minuteMs;
  const openedBy = findUser(state, draft.openedById);
  const owner = findUser(state, draft.ownerId);
  const entry = (action: string, user: typeof owner) => ({ action, user: user.login, user_id: user.id });
  const item: IrisCase = {
    id,
    uuid: state.uuid(),
    name: `#${id} - ${draft.title}`,
    description: draft.text,
    socId: id % 7 === 0 ? '' : `SOC-2026-${String(id).padStart(4, '0')}`,
    customerId: (tenants.find(tenant => tenant.key === draft.tenant)?.number ?? 0) + 1,
    classificationId: draft.classificationId,
    ownerId: owner.id,
    openedById: openedBy.id,
    openDay: dayOf(createdAt),
    closeDay: draft.isClosed ? dayOf(changedAt) : null,
    createdAt,
    statusId: draft.outcome,
    tags: draft.tags.join(','),
    protagonists: [],
    customAttributes: {},
    history: { [historyKey(createdAt)]: entry('created', openedBy) },
    lists: emptyLists(createdAt),
  };
  if (changedAt > createdAt) {
    item.history[historyKey(changedAt)] = entry(draft.isClosed ? 'case closed' : 'case info updated', owner);
  }
  state.cases.push(item);
  addFolders(state, id);
  return item;
}
