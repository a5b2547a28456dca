import type { Change, ChangeName, FieldValues, Offer, Verdict } from '#domain/command.ts';
import { NoAnswer } from '#mocks/faults.ts';
import { apiKeys } from '#mocks/vendors/argus/keys.ts';
import { createStory } from './sections/test-sections.ts';

const { signal } = new AbortController();

/** A case of the story, the writer of whoever has this key, and ways to break a connection. */
export function createWriterWorld(options: { apiKey?: string; subject?: string } = {}) {
  const { subject, ...world } = options;
  const story = createStory(subject, world);
  const writer = must(story.adapter.writer);
  const writes = () => story.sent.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/search'));

  /** As the outbox does it: read, send, read back. */
  async function make(change: Change, id = story.id): Promise<{ fresh: FieldValues; verdict: Verdict }> {
    const fresh = await writer.fresh(id, change, signal);
    const sentAt = story.now();
    await writer.send(id, change, fresh, signal);
    return { fresh, verdict: await writer.verify(id, change, sentAt, signal) };
  }

  async function offer(name: ChangeName, id = story.id): Promise<Offer> {
    return must((await writer.offers(id, signal)).find(one => one.name === name));
  }

  /** The next write does not reach the vendor, or reaches it and its answer is lost. */
  function lose(when: 'before' | 'after'): void {
    const hook = when === 'before' ? 'beforeSend' : 'afterSend';
    story.hooks[hook] = ({ method }) => {
      if (method === 'GET') return;
      story.hooks[hook] = () => undefined;
      throw new NoAnswer('ECONNRESET');
    };
  }

  return { ...story, writer, writes, make, offer, lose, signal };
}

export function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('It is not there');
  return value;
}

export const say = (text: string, rest: { isInternal?: boolean; replyTo?: string } = {}): Change => ({
  name: 'post',
  section: 'comments',
  text,
  isInternal: rest.isInternal ?? false,
  replyTo: rest.replyTo ?? null,
});
export const close = (reason = ''): Change => ({ name: 'close', to: 'closed', reason, withAlerts: false });
export const assign = (to: string | null): Change => ({ name: 'assignee', to, label: to ?? 'Nobody' });

/** A case that a customer may write to, and is not the reporter of. */
export function ownCase(world: ReturnType<typeof createWriterWorld>) {
  const userId = Number(apiKeys.customer.split('/')[0]);
  const users = [...world.world.cases.values()].flatMap(item => item.assignedUser ?? []);
  const self = must(users.find(user => user.id === userId));
  const record = must(
    [...world.world.cases.values()].find(
      item =>
        item.customer.id === self.customer.id &&
        item.status !== 'closed' &&
        item.accessMode === 'roleBased' &&
        item.service.shortName === 'ids' &&
        item.reporter.id !== userId,
    ),
  );
  record.assignedUser = self;
  return { record, id: String(record.id) };
}

/** The same vendor after a reload of the page: nothing is remembered. */
export function createReader(world: ReturnType<typeof createWriterWorld>) {
  return must(world.createAdapter().writer);
}
