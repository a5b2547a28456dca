import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { FaultRule } from './fault-rules.ts';
import { createFaults } from './faults.ts';
import { createRequestLog } from './request-log.ts';

/** A vendor that counts what it was made to do. */
function startVendor(...rules: FaultRule[]) {
  let notes = 0;
  const waits: number[] = [];
  const handlers = [
    http.get('https://plum.test/notes', () => HttpResponse.json({ notes })),
    http.post('https://plum.test/notes', () => {
      notes += 1;
      return HttpResponse.json({ notes }, { status: 201 });
    }),
  ];
  const log = createRequestLog(() => 0);
  const faults = createFaults({
    log,
    sleep: async ms => {
      waits.push(ms);
    },
  });
  faults.add(...rules);
  return {
    faults,
    log,
    waits,
    notes: () => notes,
    get: () => faults.answer('plum', handlers, new Request('https://plum.test/notes')),
    post: () =>
      faults.answer('plum', handlers, new Request('https://plum.test/notes', { method: 'POST', body: '{}' })),
  };
}

test('without a rule the vendor answers', async () => {
  const { get } = startVendor();
  expect(await (await get()).json()).toEqual({ notes: 0 });
});

test.each([
  ['refuse', 'ECONNREFUSED', 0],
  ['drop', 'ECONNRESET', 0],
  ['drop-after-commit', 'ECONNRESET', 1],
] as const)('%s rejects with %s after %i writes', async (fault, code, written) => {
  const { post, notes, log } = startVendor({ fault });
  await expect(post()).rejects.toMatchObject({ code });
  expect(notes()).toBe(written);
  expect(log.entries()).toMatchObject([{ method: 'POST', body: '{}', fault, isCommitted: written === 1 }]);
});

test('cut breaks off while the body is read, truncate ends as if the body were whole', async () => {
  const cut = await startVendor({ fault: 'cut' }).get();
  expect(cut.status).toBe(200);
  await expect(cut.text()).rejects.toMatchObject({ code: 'ECONNRESET' });
  const truncated = await startVendor({ fault: 'truncate' }).get();
  expect(await truncated.text()).toBe('{"not');
});

test('status, retry-after, html, empty and redirect come in place of the answer', async () => {
  const status = await startVendor({ fault: 'status', args: { status: 500, body: { error: 'x' } } }).post();
  expect([status.status, await status.json()]).toEqual([500, { error: 'x' }]);
  const limited = await startVendor({ fault: 'retry-after', args: { value: '120' } }).get();
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '120']);
  const page = await startVendor({ fault: 'html', args: { status: 200 } }).get();
  expect(page.headers.get('content-type')).toContain('text/html');
  const empty = await startVendor({ fault: 'empty', args: { status: 200 } }).get();
  expect(await empty.text()).toBe('');
  const moved = await startVendor({ fault: 'redirect', args: { location: 'https://evil.test/' } }).get();
  expect([moved.status, moved.headers.get('location')]).toEqual([302, 'https://evil.test/']);
});

test('hang ends with the caller', async () => {
  const { faults } = startVendor({ fault: 'hang' });
  const controller = new AbortController();
  const answer = faults.answer('plum', [], new Request('https://plum.test/', { signal: controller.signal }));
  controller.abort(new Error('left'));
  await expect(answer).rejects.toThrow('left');
});

test('a delay goes with another fault', async () => {
  const { get, waits } = startVendor(
    { fault: 'delay', args: { ms: 3_000 } },
    { fault: 'status', args: { status: 503 } },
  );
  expect((await get()).status).toBe(503);
  expect(waits).toEqual([3_000]);
});

test('a rule is held to its vendor, method and path, and to the calls it names', async () => {
  const { get, post, faults } = startVendor({
    match: { vendor: 'plum', method: 'GET', path: '^/notes$', nth: 2 },
    fault: 'status',
    args: { status: 500 },
  });
  await post();
  const statuses = [await get(), await get(), await get()].map(response => response.status);
  expect(statuses).toEqual([200, 500, 200]);
  faults.set([{ match: { nth: { from: 2 } }, fault: 'empty', args: { status: 204 } }]);
  const later = [await get(), await get(), await get()].map(response => response.status);
  expect(later).toEqual([200, 204, 204]);
});

test('a share of the calls is chosen alike for the same seed', async () => {
  const run = async () => {
    const { get } = startVendor({ match: { prob: 0.5, seed: 7 }, fault: 'status', args: { status: 500 } });
    const statuses: number[] = [];
    for (let call = 0; call < 20; call += 1) statuses.push((await get()).status);
    return statuses;
  };
  const once = await run();
  expect(new Set(once)).toEqual(new Set([200, 500]));
  expect(await run()).toEqual(once);
});

test('only a refusal of everything means that the vendor is down', () => {
  const { faults } = startVendor({ match: { vendor: 'plum', path: '/x' }, fault: 'refuse' });
  expect(faults.isDown('plum')).toBe(false);
  faults.add({ match: { vendor: 'plum' }, fault: 'refuse' });
  expect([faults.isDown('plum'), faults.isDown('pear')]).toEqual([true, false]);
});

test('rules that cannot be meant are refused, and those before them stay', () => {
  const { faults } = startVendor({ fault: 'drop' });
  expect(faults.set({ fault: 'explode' })).toMatch(/^0\.fault: /);
  expect(faults.set({ match: { path: '(' }, fault: 'drop' })).toContain('not a regular expression');
  expect(faults.set({ match: { vendr: 'plum' }, fault: 'drop' })).toMatch(/vendr/);
  expect(faults.rules()).toHaveLength(1);
});
