import { users as accounts, analysts } from '#mocks/cast.ts';
import type { StoryEntry } from '#mocks/story.ts';
import { historyKey } from './dates.ts';
import type { CommentedKind, IrisCase, ListName } from './records.ts';
import { tellActivities } from './seed-activities.ts';
import { findUser, type IrisState } from './state.ts';
import { type StoryScript, storyScripts } from './story-scripts.ts';
import { eventCategories } from './words.ts';

const minuteMs = 60_000;

type Teller = {
  state: IrisState;
  item: IrisCase;
  entry: StoryEntry;
  script: StoryScript;
  at: (minutesAgo: number) => number;
  /** The same by the server's own clock, which dates comments, tasks, evidence and files. */
  localAt: (minutesAgo: number) => number;
};

/** Fills a case of the story with what its analysts found so far. */
export function tellStory(state: IrisState, item: IrisCase, entry: StoryEntry, epoch: number): void {
  const script = storyScripts.find(candidate => entry.title.includes(candidate.titleWord));
  if (script === undefined) return;
  const at = (minutesAgo: number) => epoch - minutesAgo * minuteMs;
  const offsetMs = state.variant.serverOffsetMinutes * minuteMs;
  const teller: Teller = {
    state,
    item,
    entry,
    script,
    at,
    localAt: minutesAgo => at(minutesAgo) + offsetMs,
  };
  item.protagonists = script.people.map(person => ({ ...person }));
  item.customAttributes = script.attributes?.ofCase ?? {};
  tellIocs(teller);
  tellAssets(teller);
  tellNotes(teller);
  tellTimeline(teller);
  tellTasks(teller);
  tellEvidences(teller);
  tellComments(teller);
  tellFiles(teller);
  tellActivities(state, item, epoch);
}

function count({ item, at, entry }: Teller, list: ListName): void {
  item.lists[list].counter += 1;
  item.lists[list].changedAt = at(entry.changedMinutes);
}

function userId(key: string | null): number {
  return analysts.find(analyst => analyst.key === key)?.number ?? 1;
}

/** An observable's IRIS type by its look. */
function iocTypeId(value: string): number {
  if (/^\d+\.\d+\.\d+\.\d+$/.test(value)) return 77;
  if (/^[0-9a-f]{64}$/.test(value)) return 113;
  if (/^[0-9a-f]{32}$/.test(value)) return 90;
  return 20;
}

function tellIocs(teller: Teller): void {
  const { state, item, entry } = teller;
  for (const [index, value] of entry.observables.entries()) {
    const known = state.iocs.find(ioc => ioc.value === value);
    if (known !== undefined) {
      known.caseIds.push(item.id);
      continue;
    }
    state.iocs.push({
      id: state.nextId('ioc'),
      uuid: state.uuid(),
      typeId: iocTypeId(value),
      tlpId: (index % 3) + 1,
      value,
      description: `Seen in ${entry.title}`,
      tags: entry.tags.join(','),
      userId: userId(entry.assignee),
      customAttributes: {},
      caseIds: [item.id],
    });
    count(teller, 'ioc');
  }
}

/** A host's IRIS type by its name. */
function assetTypeId(name: string): number {
  if ((accounts as readonly string[]).includes(name)) return name.startsWith('svc-') ? 21 : 1;
  if (name.startsWith('DC-')) return 11;
  if (name.includes('MAC')) return 6;
  return name.startsWith('SRV') ? 10 : 9;
}

function tellAssets(teller: Teller): void {
  const { state, item, entry, script, at } = teller;
  for (const [index, name] of [...entry.hosts, ...entry.users].entries()) {
    state.assets.push({
      id: state.nextId('asset'),
      uuid: state.uuid(),
      caseId: item.id,
      name,
      typeId: assetTypeId(name),
      description: index === 0 ? 'Where it began' : '',
      domain: null,
      ip: entry.hosts.includes(name) ? `10.20.4.${18 + index}` : '',
      info: '',
      tags: '',
      // The last one was added without a look: null is not 'To be determined'.
      compromiseId: index === entry.hosts.length + entry.users.length - 1 ? null : index === 0 ? 1 : 0,
      analysisId: index === 0 ? 3 : 2,
      iocIds: index === 0 ? idsOf(teller, entry.observables.slice(0, 2)) : [],
      customAttributes: (index === 1 ? script.attributes?.ofAsset : undefined) ?? {},
      addedAt: at(entry.ageMinutes - 2 - index),
      userId: userId(entry.assignee),
    });
    count(teller, 'assets');
  }
}

function idsOf({ state }: Teller, values: readonly string[]): number[] {
  return state.iocs.filter(ioc => values.includes(ioc.value)).map(ioc => ioc.id);
}

function tellNotes(teller: Teller): void {
  const { state, item, entry, script, at } = teller;
  for (const group of script.groups) {
    const groupId = state.nextId('group');
    const createdAt = at(entry.ageMinutes - 3);
    state.groups.push({
      id: groupId,
      uuid: state.uuid(),
      caseId: item.id,
      title: group.title,
      createdAt,
      changedAt: createdAt,
    });
    count(teller, 'notes');
    for (const note of group.notes) {
      state.notes.push({
        id: state.nextId('note'),
        uuid: state.uuid(),
        caseId: item.id,
        groupId,
        title: note.title,
        content: note.text,
        createdAt: at(note.minutesAgo),
        changedAt: at(note.minutesAgo),
        userId: userId(entry.assignee),
        customAttributes: {},
      });
      count(teller, 'notes');
    }
  }
}

function tellTimeline(teller: Teller): void {
  const { state, item, entry, script, at } = teller;
  const author = findUser(state, userId(entry.assignee));
  for (const event of script.events) {
    const addedAt = at(Math.min(event.minutesAgo, entry.ageMinutes) - 1);
    state.events.push({
      id: state.nextId('event'),
      uuid: state.uuid(),
      caseId: item.id,
      title: event.title,
      content: event.text,
      raw: '',
      source: event.source,
      tags: entry.tags[0] ?? '',
      color: '#F2596199',
      inSummary: true,
      inGraph: true,
      isFlagged: event.isFlagged === true,
      at: at(event.minutesAgo),
      zone: event.zone,
      categoryId: eventCategories.find(category => category.id === event.category)?.id ?? 1,
      assetIds: state.assets
        .filter(asset => asset.caseId === item.id && event.hosts.includes(asset.name))
        .map(asset => asset.id),
      iocIds: idsOf(teller, event.observables),
      addedAt,
      userId: author.id,
      customAttributes: {},
      history: { [historyKey(addedAt)]: { action: 'created', user: author.login, user_id: author.id } },
    });
    count(teller, 'timeline');
  }
}

function tellTasks(teller: Teller): void {
  const { state, item, entry, script, at, localAt } = teller;
  for (const [index, task] of script.tasks.entries()) {
    state.tasks.push({
      id: state.nextId('task'),
      uuid: state.uuid(),
      caseId: item.id,
      title: task.title,
      description: task.text,
      statusId: task.status,
      tags: '',
      assigneeIds: [userId(task.assignee)],
      openedAt: localAt(entry.ageMinutes - 5 - index),
      changedAt: at(entry.changedMinutes),
      openedById: userId(entry.assignee),
      changedById: userId(entry.assignee),
      customAttributes: {},
    });
    count(teller, 'tasks');
  }
}

function tellEvidences(teller: Teller): void {
  const { state, item, entry, script, localAt } = teller;
  for (const evidence of script.evidences) {
    state.evidences.push({
      id: state.nextId('evidence'),
      uuid: state.uuid(),
      caseId: item.id,
      filename: evidence.name,
      size: evidence.size,
      hash: state.random.hex(64),
      description: evidence.text,
      addedAt: localAt(entry.changedMinutes + 10),
      userId: userId(entry.assignee),
      customAttributes: {},
    });
    count(teller, 'evidences');
  }
}

/** Objects of the case of one kind, in the order in which they were told. */
function objectsOf({ state, item }: Teller, kind: CommentedKind): readonly { id: number }[] {
  if (kind === 'ioc') return state.iocs.filter(ioc => ioc.caseIds.includes(item.id));
  const lists = {
    assets: state.assets,
    notes: state.notes,
    tasks: state.tasks,
    evidences: state.evidences,
    'timeline/events': state.events,
  };
  return lists[kind].filter(candidate => candidate.caseId === item.id);
}

/** Dated by the server's clock; an edit by UTC. */
function tellComments(teller: Teller): void {
  const { state, item, script, at, localAt } = teller;
  for (const comment of script.comments) {
    const [kind, index] = comment.on ?? (['assets', 0] as const);
    state.comments.push({
      id: state.nextId('comment'),
      uuid: state.uuid(),
      kind,
      objectId: objectsOf(teller, kind)[index]?.id ?? 0,
      caseId: item.id,
      userId: userId(comment.by),
      text: comment.text,
      addedAt: localAt(comment.minutesAgo),
      changedAt:
        comment.editedMinutesAgo === undefined ? localAt(comment.minutesAgo) : at(comment.editedMinutesAgo),
    });
  }
}

function tellFiles({ state, item, script, at, localAt, entry }: Teller): void {
  for (const file of script.files) {
    const folder = state.folders.find(
      candidate => candidate.caseId === item.id && candidate.name === file.folder,
    );
    const uuid = state.uuid();
    const addedAt = at(entry.changedMinutes + 20);
    const author = findUser(state, userId(entry.assignee));
    state.files.push({
      id: state.nextId('file'),
      uuid,
      caseId: item.id,
      parentId: folder?.id ?? 0,
      name: file.name,
      description: file.text ?? '',
      password: file.password ?? (file.isIoc === true ? 'infected' : ''),
      tags: '',
      isEvidence: file.folder === 'Evidences' ? true : null,
      isIoc: file.isIoc ?? null,
      sha256: state.random.hex(64).toUpperCase(),
      content: file.content,
      localName: `/srv/iris/data/datastore/Evidences/case-${item.id}/dsf-${uuid}`,
      addedAt: localAt(entry.changedMinutes + 20),
      userId: author.id,
      history: { [historyKey(addedAt)]: { action: 'created', user: author.login, user_id: author.id } },
    });
  }
}
