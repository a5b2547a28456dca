import { createRandom, type Random } from '#mocks/random.ts';
import { refuse } from './answer.ts';
import { historyKey } from './dates.ts';
import type {
  Activity,
  GlobalTask,
  History,
  IrisAsset,
  IrisCase,
  IrisComment,
  IrisCustomer,
  IrisEvent,
  IrisEvidence,
  IrisIoc,
  IrisNote,
  IrisTask,
  IrisUser,
  ListName,
  NoteGroup,
  StoreFile,
  StoreFolder,
} from './records.ts';

/** Where this server differs from a stock v2.0.0 in UTC. */
export type IrisVariant = {
  /** '2.0.0' (stock), or a later one: from 2.4.0 the note groups are gone. */
  version?: string;
  apiMin?: string;
  apiCurrent?: string;
  /** Minutes east of UTC of the server's clock. Stock Docker: 0. */
  serverOffsetMinutes?: number;
};

export type IrisState = {
  now: () => number;
  variant: Required<IrisVariant>;
  users: IrisUser[];
  customers: IrisCustomer[];
  cases: IrisCase[];
  /** `user:case` → level 1 denied, 2 read only. Absent: 4, full access. */
  access: Map<string, number>;
  assets: IrisAsset[];
  groups: NoteGroup[];
  notes: IrisNote[];
  iocs: IrisIoc[];
  events: IrisEvent[];
  tasks: IrisTask[];
  globalTasks: GlobalTask[];
  evidences: IrisEvidence[];
  folders: StoreFolder[];
  files: StoreFile[];
  comments: IrisComment[];
  activities: Activity[];
  random: Random;
  nextId: (sequence: string, atLeast?: number) => number;
  uuid: () => string;
};

export function createState(now: () => number, variant: IrisVariant): IrisState {
  const random = createRandom(0x1215);
  const sequences = new Map<string, number>();
  return {
    now,
    variant: { version: '2.0.0', apiMin: '2.0.0', apiCurrent: '2.0.0', serverOffsetMinutes: 0, ...variant },
    users: [],
    customers: [],
    cases: [],
    access: new Map(),
    assets: [],
    groups: [],
    notes: [],
    iocs: [],
    events: [],
    tasks: [],
    globalTasks: [],
    evidences: [],
    folders: [],
    files: [],
    comments: [],
    activities: [],
    random,
    nextId: (sequence, atLeast = 1) => {
      const id = Math.max(sequences.get(sequence) ?? 1, atLeast);
      sequences.set(sequence, id + 1);
      return id;
    },
    uuid: () => {
      const hex = random.hex(30);
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-8${hex.slice(15, 18)}-${hex.slice(18)}`;
    },
  };
}

/** The server's wall clock: what `now()` of Python gives where the source forgot UTC. */
export function localClock(state: IrisState): number {
  return state.now() + state.variant.serverOffsetMinutes * 60_000;
}

export function accessLevel(state: IrisState, user: IrisUser, caseId: number): number {
  if (!state.cases.some(item => item.id === caseId)) return 0;
  return state.access.get(`${user.id}:${caseId}`) ?? 4;
}

export function findCase(state: IrisState, caseId: number): IrisCase {
  const found = state.cases.find(item => item.id === caseId);
  if (found === undefined) throw new TypeError(`case ${caseId} was let through without being there`);
  return found;
}

export function findUser(state: IrisState, userId: number): IrisUser {
  const found = state.users.find(item => item.id === userId);
  if (found === undefined) throw new TypeError(`user ${userId} is named but not there`);
  return found;
}

/** An object of a case; IRIS answers 400 when it is not there or in another case. */
export function findInCase<Item extends { id: number; caseId: number }>(
  items: readonly Item[],
  id: unknown,
  caseId: number,
  message: string,
): Item {
  const found = items.find(item => item.id === id && item.caseId === caseId);
  if (found === undefined) throw refuse(message);
  return found;
}

/** Counts a change of a list. Notes' text, comments, flags and links of known IOCs are never counted. */
export function bump(state: IrisState, caseId: number, list: ListName): void {
  const entry = findCase(state, caseId).lists[list];
  entry.counter += 1;
  entry.changedAt = state.now();
}

export function record(state: IrisState, history: History, action: string, user: IrisUser): void {
  let at = state.now();
  while (historyKey(at) in history) at += 1;
  history[historyKey(at)] = { action, user: user.login, user_id: user.id };
}

export function logActivity(state: IrisState, caseId: number, user: IrisUser, text: string): Activity {
  const activity = {
    id: state.nextId('activity'),
    caseId,
    text: capitalize(text),
    userId: user.id,
    at: state.now(),
    isFromApi: true,
  };
  state.activities.push(activity);
  return activity;
}

/** Python's `str.capitalize`: the first letter up, every other letter down. */
export function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();
}

/** Postgres gives an updated row back last where nothing orders the rows. */
export function moveLast<Item>(items: Item[], item: Item): void {
  items.splice(items.indexOf(item), 1);
  items.push(item);
}

export function remove<Item>(items: Item[], doomed: (item: Item) => boolean): void {
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index];
    if (item !== undefined && doomed(item)) items.splice(index, 1);
  }
}
