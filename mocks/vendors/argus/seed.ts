import { createRandom } from '../../random.ts';
import type { SimulatorOptions } from '../../simulator.ts';
import { campaigns } from '../../story.ts';
import { techs } from './directory.ts';
import type { AccessEntry, CaseRecord } from './records.ts';
import { seedNoise } from './seed-noise.ts';
import { seedStory } from './seed-story.ts';
import type { ArgusWorld } from './state.ts';

/** Fills a world: ordinary cases, the oldest first as ids grow with time, then the stories, which came last. */
export function seedWorld(world: ArgusWorld, options: SimulatorOptions): void {
  if (options.scenario === 'empty' || options.size === 0) return;
  const random = createRandom(0xa6);
  const story = campaigns
    .flatMap(campaign => campaign.entries)
    .filter(entry => entry.vendor === 'argus')
    .sort((left, right) => right.ageMinutes - left.ageMinutes)
    .slice(0, options.size);
  const records = seedNoise(world, random, options.epoch, options.size - story.length);
  records.push(...story.map(entry => seedStory(world, random, options.epoch, entry)));
  for (const record of records) world.cases.set(record.id, record);
  addMerged(records);
  addExplicit(world, records);
  addOutOfSight(world, records);
}

/** An older case of the noise was merged into a younger one: reading it answers with that one. */
function addMerged(records: readonly CaseRecord[]): void {
  const [merged, target] = records.filter(record => record.status === 'closed' && record.mergedInto === null);
  if (merged === undefined || target === undefined || records.length < 20) return;
  merged.mergedInto = target.id;
}

/** Some cases are open to those on their list only; the demo's analyst is on it. */
function addExplicit(world: ArgusWorld, records: readonly CaseRecord[]): void {
  const analyst = techs[0];
  if (analyst === undefined) return;
  for (const [index, record] of records.entries()) {
    if (index % 41 !== 7) continue;
    record.accessMode = 'explicit';
    const entry: AccessEntry = {
      id: world.createUuid(),
      subject: analyst,
      level: index % 2 === 0 ? 'read' : 'write',
      addedTimestamp: record.createdTimestamp,
      addedByUser: record.reporter,
    };
    record.access.push(entry);
  }
}

/** What no queue shows: a deleted case, and one that the analyst may not know of. Beyond the scenario's size. */
function addOutOfSight(world: ArgusWorld, records: readonly CaseRecord[]): void {
  const model = records[0];
  if (model === undefined) return;
  const bare = { ...model, comments: [], attachments: [], tags: [], access: [], history: [] };
  const deletedId = world.createCaseId();
  world.cases.set(deletedId, { ...bare, id: deletedId, subject: 'Opened by mistake', flags: ['DELETED'] });
  const hiddenId = world.createCaseId();
  world.cases.set(hiddenId, {
    ...bare,
    id: hiddenId,
    subject: 'Personnel matter',
    accessMode: 'explicit',
    reporter: techs[1] ?? model.reporter,
    access: [],
    flags: [],
  });
}
