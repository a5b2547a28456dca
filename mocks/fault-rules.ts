import * as v from 'valibot';
import { createRandom } from './random.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const status = v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599));

const match = v.strictObject({
  vendor: v.optional(v.string()),
  method: v.optional(v.string()),
  /** A regular expression on the path. */
  path: v.optional(v.pipe(v.string(), v.check(isPattern, 'not a regular expression'))),
  /** Which of the matching calls, from 1; or the first and, where it ends, the last of them. */
  nth: v.optional(v.union([count, v.strictObject({ from: count, to: v.optional(count) })])),
  /** Share of the matching calls, 0 to 1, chosen by `seed`. */
  prob: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  seed: v.optional(count, 1),
});

const name = <Name extends string>(fault: Name) => ({
  match: v.optional(match, {}),
  fault: v.literal(fault),
});

const rule = v.variant('fault', [
  /** Nothing listens. */
  v.strictObject(name('refuse')),
  /** The connection breaks before the vendor did anything. */
  v.strictObject(name('drop')),
  /** The vendor did it, and the connection breaks before the answer. */
  v.strictObject(name('drop-after-commit')),
  /** The vendor did it; its answer breaks off half way through the body. */
  v.strictObject(name('cut')),
  /** The vendor did it; half of the body comes as if it were whole. */
  v.strictObject(name('truncate')),
  /** Taken, and never answered. */
  v.strictObject(name('hang')),
  v.strictObject({
    ...name('status'),
    args: v.strictObject({
      status,
      /** Sent as JSON. */
      body: v.optional(v.unknown(), null),
      headers: v.optional(v.record(v.string(), v.string()), {}),
    }),
  }),
  v.strictObject({
    ...name('retry-after'),
    /** `value` is the header as sent: seconds, a date, nonsense. Absent: no header. */
    args: v.strictObject({ status: v.optional(status, 429), value: v.optional(v.string()) }),
  }),
  /** A page instead of the API: a login page with 200, a proxy's own error with 502. */
  v.strictObject({ ...name('html'), args: v.strictObject({ status }) }),
  v.strictObject({ ...name('empty'), args: v.strictObject({ status }) }),
  v.strictObject({ ...name('redirect'), args: v.strictObject({ location: v.string() }) }),
  /** Goes with any of the others. */
  v.strictObject({
    ...name('delay'),
    args: v.strictObject({ ms: count, spreadMs: v.optional(count, 0) }),
  }),
]);

/** As written by a test or sent by PUT. */
export type FaultRule = v.InferInput<typeof rule>;
export type Fault = v.InferOutput<typeof rule>;

export type Chosen = { delayMs: number; fault: Exclude<Fault, { fault: 'delay' }> | null };

/** Rules as given, one or a list; or the sentence that says what is wrong with them. */
export function readFaultRules(given: unknown): Fault[] | string {
  const parsed = v.safeParse(v.array(rule), Array.isArray(given) ? given : [given]);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  return `${v.getDotPath(issue) ?? 'rule'}: ${issue.message}`;
}

/** Counts the calls that each rule matches and says what becomes of the next one. The first fault of the list wins. */
export function createChooser(rules: readonly Fault[]) {
  const counted = rules.map(given => ({ given, calls: 0, random: createRandom(given.match.seed ?? 1) }));
  return (call: { vendor: string; method: string; path: string }): Chosen => {
    let delayMs = 0;
    let fault: Chosen['fault'] = null;
    for (const one of counted) {
      const { match: wanted } = one.given;
      if (wanted.vendor !== undefined && wanted.vendor !== call.vendor) continue;
      if (wanted.method !== undefined && wanted.method !== call.method) continue;
      if (wanted.path !== undefined && !new RegExp(wanted.path).test(call.path)) continue;
      one.calls += 1;
      if (!isNth(wanted.nth, one.calls)) continue;
      if (wanted.prob !== undefined && !one.random.chance(wanted.prob)) continue;
      if (one.given.fault === 'delay')
        delayMs += one.given.args.ms + one.random.int(0, one.given.args.spreadMs);
      else fault ??= one.given;
    }
    return { delayMs, fault };
  };
}

/** Does the whole vendor refuse connections? Then its port is closed. */
export function isDown(rules: readonly Fault[], vendor: string): boolean {
  return rules.some(
    ({ fault, match: { vendor: wanted, method, path, nth, prob } }) =>
      fault === 'refuse' &&
      (wanted === undefined || wanted === vendor) &&
      [method, path, nth, prob].every(value => value === undefined),
  );
}

function isNth(nth: Fault['match']['nth'], call: number): boolean {
  if (nth === undefined) return true;
  if (typeof nth === 'number') return call === nth;
  return call >= nth.from && (nth.to === undefined || call <= nth.to);
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}
