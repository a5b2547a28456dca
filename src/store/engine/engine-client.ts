import { proxy, wrap } from 'comlink';
import type { CaseRef } from '#domain/case.ts';
import type { ConnectionState } from '#domain/sync-state.ts';
import type { OutboxEntry } from '../outbox/outbox-entry.ts';
import type { Engine, EngineEvent, EngineOptions } from './engine-port.ts';
import { type Identities, keepKnownIdentities, readKnownIdentities } from './known-identities.ts';
import workerUrl from './worker.ts?worker&url';

type Listener = () => void;

/** What the worker last told, for `useSyncExternalStore`. */
type Told = {
  states: readonly ConnectionState[];
  revision: number;
  cacheRebuilt: string | null;
  diskTrouble: string | null;
  /** By connection id: whose credential it is. */
  identities: Identities;
  /** Grows when another tab changed the connections. */
  listRevision: number;
  /** This page's token is refused. */
  isLockedOut: boolean;
  /** What waits to be written, in the order in which it was made. */
  outbox: readonly OutboxEntry[];
  outboxTrouble: string | null;
  /** Records that were changed since the page began. */
  written: readonly CaseRef[];
};

let told: Told = {
  states: [],
  revision: 0,
  cacheRebuilt: null,
  diskTrouble: null,
  identities: readKnownIdentities(),
  listRevision: 0,
  isLockedOut: false,
  outbox: [],
  outboxTrouble: null,
  written: [],
};
const listeners = new Set<Listener>();

export function getTold(): Told {
  return told;
}

export function subscribeToEngine(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function hear(event: EngineEvent): void {
  if (event.type === 'changed') told = { ...told, revision: event.revision, states: event.states };
  else if (event.type === 'cache-rebuilt') told = { ...told, cacheRebuilt: event.reason };
  else if (event.type === 'disk-trouble') told = { ...told, diskTrouble: event.sentence };
  else if (event.type === 'locked-out') told = { ...told, isLockedOut: true };
  else if (event.type === 'connections-changed') told = { ...told, listRevision: told.listRevision + 1 };
  else if (event.type === 'outbox') told = { ...told, outbox: event.entries };
  else if (event.type === 'outbox-trouble') told = { ...told, outboxTrouble: event.sentence };
  else if (event.type === 'written') told = { ...told, written: [...told.written, event.ref] };
  else {
    told = { ...told, identities: { ...told.identities, [event.connectionId]: event.person } };
    keepKnownIdentities(told.identities);
  }
  for (const listener of listeners) listener();
}

/** Trusted Types: the page may start one script by address, and it is this one. */
type TrustedTypes = {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => { createScriptURL: (url: string) => string };
};

function trustWorkerUrl(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined) return workerUrl;
  const policy = trustedTypes.createPolicy('casefold', {
    createScriptURL: url => {
      if (url !== workerUrl) throw new TypeError('Only the engine may be started.');
      return url;
    },
  });
  return policy.createScriptURL(workerUrl);
}

let worker: Worker | null = null;

/** Fetches the engine's script while the page still asks which connections there are. */
export function loadEngine(): Worker {
  worker ??= new Worker(trustWorkerUrl(), { type: 'module', name: 'casefold-engine' });
  return worker;
}

let engine: Engine | null = null;
let starting: Promise<Engine> | null = null;

/** The one engine of this page, once `startEngine` has resolved. */
export function getEngine(): Engine {
  if (engine === null) throw new Error('The engine was asked before it was started.');
  return engine;
}

/** Starts it on the first call; every later call gets the same one. */
export function startEngine(options: EngineOptions): Promise<Engine> {
  starting ??= start(options);
  return starting;
}

async function start(options: EngineOptions): Promise<Engine> {
  const remote = wrap<Engine>(loadEngine());
  await remote.start(options, proxy(hear));
  document.addEventListener('visibilitychange', () => {
    void remote.setVisible(document.visibilityState === 'visible');
  });
  engine = remote;
  return remote;
}
