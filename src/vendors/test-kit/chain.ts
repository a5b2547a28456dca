import type { Connection, KeepPolicy } from '#domain/connection.ts';
import { type Problem, problemCodes } from '#domain/problem.ts';
import type { PullPage, Watermark } from '#domain/vendor.ts';
import { authenticators } from '#gateway/authenticators.ts';
import { createGateway } from '#gateway/create-gateway.ts';
import { createMemoryStore } from '#gateway/memory-store.ts';
import { networkProblem } from '#gateway/network-problem.ts';
import { createFaults } from '#mocks/faults.ts';
import { type ScenarioName, type Simulator, scenarioNow } from '#mocks/simulator.ts';
import { createWorld } from '#mocks/world.ts';
import { vendorsById } from '../registry.ts';
import type { Credentials, Subject } from './subject.ts';

type ChainOptions = Partial<Credentials> & {
  /** The whole world of a scenario; default the demo's. */
  scenario?: ScenarioName;
  /** Instead of a world, this vendor alone with so many records. */
  size?: number;
  create?: Subject['create'];
};

export type Chain = ReturnType<typeof createChain>;

const mostCalls = 20_000;

/** Adapter, real gateway and simulated vendor in one process, with a clock that tests move and no waiting. */
export function createChain(subject: Subject, options: ChainOptions = {}) {
  const clock = { now: scenarioNow };
  const now = () => clock.now;
  const { simulator, faults, answer } = standUp(subject, options, now);
  const { id, name } = simulator.connection;
  const settings = { ...simulator.connection.settings, ...options.settings };
  const secrets = { ...simulator.connection.secrets, ...options.secrets };
  const record = { id, name, vendor: subject.vendor.id, settings, keep: 'all', source: 'demo' } as const;
  const connection: Connection = {
    ...record,
    secrets: Object.fromEntries(Object.keys(secrets).map(key => [key, true])),
  };

  /** Paths of what reached the vendor, in order. */
  const sent: string[] = [];
  /** What the gateway itself said to the adapter. */
  const problems: Problem[] = [];
  /** How long the adapter wanted to wait. */
  const waits: number[] = [];
  const traffic = { now: 0, most: 0 };
  const hooks: {
    /** Answers in the vendor's place, or throws what Node throws where there is no answer. */
    instead: (request: Request) => Response | null;
    /** What becomes of an answer on its way back: it, another one, or what Node throws where there is none. */
    after: (request: Request, response: Response) => Response;
    /** Changes the body of an answer, good or bad, but for those to signing in. */
    rewrite: ((body: unknown) => unknown) | null;
  } = { instead: () => null, after: (_, response) => response, rewrite: null };

  function isSignIn(path: string): boolean {
    return subject.signInPath !== null && new RegExp(`^${subject.signInPath}$`).test(path);
  }

  async function send(request: Request): Promise<Response> {
    const { pathname, search, host } = new URL(request.url);
    sent.push(pathname + search);
    if (sent.length > mostCalls) throw new Error('This chain does not come to an end.');
    traffic.now += 1;
    traffic.most = Math.max(traffic.most, traffic.now);
    try {
      const response = hooks.after(request, hooks.instead(request) ?? (await answer(request)));
      const bytes = await response.arrayBuffer();
      const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
      const isRewritten = hooks.rewrite !== null && isJson && !isSignIn(pathname);
      const body = isRewritten ? rewrite(bytes) : bytes;
      return new Response(hasBody(response.status) ? body : null, response);
    } catch (error) {
      throw networkProblem(error, host) ?? error;
    } finally {
      traffic.now -= 1;
    }
  }

  function rewrite(bytes: ArrayBuffer): string {
    return JSON.stringify(hooks.rewrite?.(JSON.parse(new TextDecoder().decode(bytes))));
  }

  const gateway = createGateway({
    vendors: vendorsById,
    authenticators,
    connections: createMemoryStore([{ record, secrets }]),
    send,
    now,
    access: null,
  });

  async function fetchGateway(request: Request): Promise<Response> {
    const response = await gateway.fetch(request);
    if (response.headers.get('content-type') === 'application/problem+json') {
      problems.push(toProblem(await response.clone().json()));
    }
    return response;
  }

  /** As after a reload: it remembers nothing. */
  function newAdapter() {
    return subject.vendor.createAdapter({
      connection,
      fetch: fetchGateway,
      now,
      sleep: async ms => void waits.push(ms),
    });
  }

  async function* pull(since: Watermark | null = null, keep: KeepPolicy = 'all', adapter = newAdapter()) {
    yield* adapter.pull({ since, keep, signal: still() });
  }

  /** A record as the vendor has it, by the gateway's operation tables. */
  async function read(path: string): Promise<unknown> {
    const response = await gateway.fetch(new Request(`http://127.0.0.1/api/c/${id}${path}`));
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  /** A write of somebody, by the gateway's operation tables. */
  async function write(method: string, path: string, body: unknown): Promise<void> {
    const url = `http://127.0.0.1/api/c/${id}${path}`;
    const headers = { 'content-type': 'application/json' };
    const response = await gateway.fetch(new Request(url, { method, headers, body: JSON.stringify(body) }));
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  }

  /** Calls that nobody waits for any more come to their end; time passes where the vendor counts by the minute. */
  async function rest(): Promise<void> {
    do await new Promise(setImmediate);
    while (traffic.now > 0);
    sent.length = 0;
    clock.now += subject.restMs;
  }

  /** What reached the vendor but for signing in. */
  function dataCalls(): string[] {
    return sent.filter(path => !isSignIn(path.split('?')[0] ?? ''));
  }

  return {
    connection,
    simulator,
    faults,
    answer,
    clock,
    sent,
    problems,
    waits,
    traffic,
    hooks,
    newAdapter,
    pull,
    read,
    write,
    dataCalls,
    rest,
  };
}

/** A signal that nobody aborts. A new one each time: requests leave their listeners on it. */
export function still(): AbortSignal {
  return new AbortController().signal;
}

export async function readPages(pages: AsyncIterable<PullPage>): Promise<PullPage[]> {
  const read: PullPage[] = [];
  for await (const page of pages) read.push(page);
  return read;
}

function standUp(subject: Subject, options: ChainOptions, now: () => number) {
  const noWait = async () => undefined;
  if (options.size === undefined && options.create === undefined) {
    const scenario = options.scenario ?? 'demo';
    const world = createWorld({ scenario, now, epoch: scenarioNow, sleep: noWait });
    const simulator = world.simulators.find(({ vendor }) => vendor === subject.vendor.id);
    if (simulator === undefined) throw new TypeError(`The world has no ${subject.vendor.id}.`);
    return { simulator, faults: world.faults, answer: world.send };
  }
  const { create = subject.create, size = 12, scenario = 'demo' } = options;
  const origin = `https://${subject.vendor.id}.casefold.example`;
  const simulator: Simulator = create({ origin, scenario, now, epoch: scenarioNow, size });
  const faults = createFaults({ sleep: noWait });
  const answer = (request: Request) => faults.answer(simulator.vendor, simulator.handlers, request);
  return { simulator, faults, answer };
}

function hasBody(status: number): boolean {
  return status !== 204 && status !== 304;
}

function toProblem(body: unknown): Problem {
  const isProblem =
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    problemCodes.some(code => code === body.code);
  if (!isProblem) throw new TypeError('The gateway answered with a problem that is none.');
  return body as Problem;
}
