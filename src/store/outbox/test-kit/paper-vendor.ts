import type { Change, FieldValues, Verdict, Writer } from '#domain/command.ts';
import { VendorError, type VendorErrorInit } from '#domain/vendor-error.ts';

export type Fault =
  /** Nothing arrived. */
  | 'refused'
  | 'rate-limited'
  /** It was done, and the answer was lost. */
  | 'lost-after'
  /** It was lost on the way there, and nobody knows. */
  | 'lost-before'
  /** The vendor says no. */
  | 'denied'
  /** It answers well and keeps nothing. */
  | 'not-kept'
  /** The page is killed: before it was done, or after. */
  | 'killed-before'
  | 'killed-after';

const problems: Partial<Record<Fault, VendorErrorInit>> = {
  refused: { code: 'unavailable', reason: 'connection-refused', message: 'Refused.', retryable: true },
  'rate-limited': {
    code: 'rate-limited',
    reason: 'rate-limited',
    message: 'Too many.',
    retryable: true,
    retryAfterMs: 5_000,
  },
  'lost-after': { code: 'timeout', reason: 'timeout', message: 'No answer.', retryable: true },
  'lost-before': { code: 'timeout', reason: 'timeout', message: 'No answer.', retryable: true },
  denied: { code: 'invalid', reason: 'denied', message: 'Not that.', retryable: false, status: 412 },
};

type Post = { text: string; author: string; at: number };
type Case = { fields: Record<string, string>; posts: Post[] };

/** A vendor of one test, with records that hold fields and posts, and with troubles in the order in which they come. */
export function createPaperVendor(now: () => number) {
  const cases = new Map<string, Case>();
  const faults: Fault[] = [];
  const readFaults: Fault[] = [];
  let sends = 0;
  let kill: () => void = () => {};

  function get(id: string): Case {
    const found = cases.get(id) ?? { fields: { status: 'New', title: '' }, posts: [] };
    cases.set(id, found);
    return found;
  }

  function fail(fault: Fault | undefined): void {
    const problem = fault === undefined ? undefined : problems[fault];
    if (problem !== undefined) throw new VendorError(problem);
  }

  function wanted(change: Change): FieldValues {
    if (change.name === 'status' || change.name === 'reopen' || change.name === 'close')
      return { status: change.to };
    return change.name === 'title' ? { title: change.to } : {};
  }

  const writer: Writer = {
    offers: async () => [],
    fresh: async (id, change) => {
      fail(readFaults.shift());
      const { fields } = get(id);
      return Object.fromEntries(Object.keys(wanted(change)).map(field => [field, fields[field] ?? '']));
    },
    wanted,
    send: async (id, change, _fresh, signal) => {
      sends += 1;
      const fault = faults.shift();
      if (fault === 'killed-before') {
        kill();
        signal.throwIfAborted();
      }
      if (fault !== 'lost-after') fail(fault);
      if (fault !== 'not-kept') {
        const one = get(id);
        if (change.name === 'post') one.posts.push({ text: change.text, author: 'me', at: now() });
        else Object.assign(one.fields, wanted(change));
      }
      if (fault === 'killed-after') {
        kill();
        signal.throwIfAborted();
      }
      fail(fault);
    },
    verify: async (id, change, sentAt): Promise<Verdict> => {
      fail(readFaults.shift());
      const { fields, posts } = get(id);
      if (change.name === 'post') {
        const isThere = posts.some(
          post => post.text === change.text && post.author === 'me' && post.at >= sentAt,
        );
        return { kind: isThere ? 'applied' : 'absent', after: {} };
      }
      const want = wanted(change);
      const differing = Object.keys(want).filter(field => fields[field] !== want[field]);
      const after = Object.fromEntries(Object.keys(want).map(field => [field, fields[field] ?? '']));
      return { kind: differing.length === 0 ? 'applied' : 'absent', after };
    },
    isRepeatable: change => change.name !== 'post',
    isFinal: change => change.name === 'close',
  };

  return {
    writer,
    get,
    /** Troubles of the next sends, then of the next reads. */
    plan: (sendFaults: readonly Fault[], reads: readonly Fault[] = []) => {
      faults.push(...sendFaults);
      readFaults.push(...reads);
    },
    onKill: (listener: () => void) => {
      kill = listener;
    },
    sends: () => sends,
    calm: () => {
      faults.length = 0;
      readFaults.length = 0;
    },
  };
}
