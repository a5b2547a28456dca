import type { Change, ChangeName, FieldValues, Offer, Verdict } from '#domain/command.ts';
import { type Analyst, analysts } from '#mocks/cast.ts';
import { NoAnswer } from '#mocks/faults.ts';
import type { IncydrHabits } from '#mocks/vendors/incydr/handlers.ts';
import { createTestWorld, logins } from './test-world.ts';

export const { signal } = new AbortController();

/** As digits beyond what a JavaScript number holds. */
export const subject = '421380797518239242';
export const [mari, jonas] = analysts as [Analyst, Analyst];

/** Both generations of the API, each with a case that has every field. */
export const generations = ['gateway', 'legacy'] as const;

export type Stored = Record<
  'name' | 'status' | 'description' | 'findings' | 'subject' | 'assignee',
  string | null
>;

/** A case with every field set, the writer of who signs in so, and ways to break a connection. */
export async function createWriterWorld(
  api: (typeof generations)[number] = 'gateway',
  login: keyof typeof logins = 'user',
  habits: IncydrHabits = {},
) {
  const { settings, secrets } = logins[login];
  const world = createTestWorld(5, { settings: { ...settings, api }, secrets, habits });
  const writer = must(world.adapter.writer);
  const made = (await world.colleague('POST', '/v1/cases', {
    name: 'Written by a test',
    description: 'A description',
    findings: 'First\n\n- **found**',
    subject,
    assignee: jonas.uid,
  })) as { number: number };
  const id = String(made.number);
  const path = `/v1/cases/${id}`;
  world.sent.length = 0;

  const read = async () => (await world.colleague('GET', path)) as Stored;
  /** What a colleague does in the console meanwhile. */
  const meanwhile = async (fields: Partial<Stored>) => {
    const { name, status, description, findings, ...people } = await read();
    await world.colleague('PUT', path, { name, status, description, findings, ...people, ...fields });
  };

  /** As the outbox does it: read, send, read back. */
  async function make(change: Change): Promise<{ fresh: FieldValues; verdict: Verdict }> {
    const fresh = await writer.fresh(id, change, signal);
    const sentAt = world.now();
    await writer.send(id, change, fresh, signal);
    return { fresh, verdict: await writer.verify(id, change, sentAt, signal) };
  }

  async function offers(name: ChangeName): Promise<readonly Offer[]> {
    return (await writer.offers(id, signal)).filter(one => one.name === name);
  }

  /** The next PUT does not reach the vendor, or reaches it and its answer is lost. */
  function lose(when: 'before' | 'after'): void {
    const hook = when === 'before' ? 'beforeSend' : 'afterSend';
    world.hooks[hook] = (_path, method) => {
      if (method !== 'PUT') return undefined;
      world.hooks[hook] = () => undefined;
      throw new NoAnswer('ECONNRESET');
    };
  }

  const puts = () => world.sent.filter(call => call.startsWith('PUT'));
  return { ...world, writer, id, read, meanwhile, make, offers, lose, puts };
}

export type WriterWorld = Awaited<ReturnType<typeof createWriterWorld>>;

export const note = (text: string): Change => ({
  name: 'post',
  section: 'notes',
  text,
  isInternal: false,
  replyTo: null,
});
export const close = (reason = ''): Change => ({ name: 'close', to: 'CLOSED', reason, withAlerts: false });
export const rewrite = (field: 'description' | 'findings', to: string): Change => ({
  name: 'text',
  field,
  to,
});

export function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('It is not there');
  return value;
}
