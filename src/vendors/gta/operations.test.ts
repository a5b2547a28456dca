import { expect, test } from 'vitest';
import { operations } from './operations.ts';

async function isTaken(operation: 'searchAlerts' | 'searchAssets', body: unknown): Promise<boolean> {
  return (await operations[operation].body['~standard'].validate(body)).issues === undefined;
}

test('a search takes 1 to 1,000 ids under its own key', async () => {
  const ids = Array.from({ length: 1001 }, (_, index) => `id-${index}`);
  expect(await isTaken('searchAlerts', { filter: { alertIds: ids.slice(1) } })).toBe(true);
  expect(await isTaken('searchAlerts', { filter: { alertIds: ids } })).toBe(false);
  expect(await isTaken('searchAssets', { filter: { assetId: ['a'] } })).toBe(true);
  expect(await isTaken('searchAssets', { filter: { assetIds: ['a'] } })).toBe(false);
});

test('a search for nothing is not sent: it may mean everything', async () => {
  expect(await isTaken('searchAlerts', { filter: { alertIds: [] } })).toBe(false);
  expect(await isTaken('searchAlerts', { filter: {} })).toBe(false);
  expect(await isTaken('searchAlerts', {})).toBe(false);
});

test('a cursor may hold a comma and no path', () => {
  const { pattern } = operations.listAlerts.query.after;
  expect(pattern.test('High,32c43ccb-20b7-4e39-a2ab-d05791ae23f0')).toBe(true);
  expect(pattern.test('a\nb')).toBe(false);
});
