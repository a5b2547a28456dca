import { expect, test } from 'vitest';
import type { Exchange } from '#domain/section.ts';
import { startChain } from './test-chain.ts';

const sections = ['summary', 'observables', 'alerts', 'events', 'assets'] as const;

test('sections asked for at once share one reading of the alert, and each tells of its calls', async () => {
  const heard = new Map<AbortSignal, Exchange[]>();
  const { newAdapter, sent, simulator } = startChain({
    trace: (signal, exchange) => heard.set(signal, [...(heard.get(signal) ?? []), exchange]),
  });
  const adapter = newAdapter();
  const id = simulator.service.records.alerts[0]?.id ?? '';
  const signals = sections.map(() => new AbortController().signal);
  await Promise.all(
    sections.map((section, index) => adapter.section(section, id, null, signals[index] ?? never)),
  );
  expect(sent.filter(line => line.endsWith(`/alerts/${id}`))).toHaveLength(1);
  expect(sent.filter(line => line.endsWith('/threat-catalog/records/search'))).toHaveLength(1);
  for (const signal of signals) {
    const paths = (heard.get(signal) ?? []).map(({ path }) => path);
    expect(paths.some(path => path.endsWith(`/alerts/${id}`))).toBe(true);
    expect(paths.some(path => path.startsWith('/threat-catalog/records/search'))).toBe(true);
  }
});

test('a record asked for again is read again: nothing is kept', async () => {
  const { newAdapter, simulator } = startChain();
  const adapter = newAdapter();
  const [alert] = simulator.service.records.alerts;
  const [asset] = simulator.service.records.assets;
  if (alert === undefined || asset === undefined) throw new Error('no alert');
  await adapter.get(alert.id, never);
  asset.assumedOwner = 'RENAMED-01';
  expect((await adapter.get(alert.id, never)).row.title).toContain('RENAMED-01');
});

test("who waits for another's reading goes on alone when that one is given up", async () => {
  const { newAdapter, simulator } = startChain();
  const adapter = newAdapter();
  const id = simulator.service.records.alerts[0]?.id ?? '';
  const first = new AbortController();
  const given = adapter.section('summary', id, null, first.signal);
  const waiting = adapter.section('alerts', id, null, never);
  first.abort(new Error('closed'));
  await expect(given).rejects.toThrow('closed');
  expect((await waiting).count).toBe(3);
});

const never = new AbortController().signal;
