import { describe, expect, test } from 'vitest';
import { operations } from './operations.ts';

const uuid = '3fa85f64-5717-4562-b3fc-2c963f66afa6';

function isAllowed(rule: { pattern: RegExp; max?: number }, value: string): boolean {
  return rule.pattern.test(value) && !(Number(value) > (rule.max ?? Number.POSITIVE_INFINITY));
}

async function accepts(body: { '~standard': { validate: (value: unknown) => unknown } }, value: unknown) {
  const result = await body['~standard'].validate(value);
  return !(
    typeof result === 'object' &&
    result !== null &&
    'issues' in result &&
    result.issues !== undefined
  );
}

describe('parameters', () => {
  test('limit 0, which means everything, and more than 1,000 are never asked for', () => {
    const { limit } = operations.comments.query;
    expect(['0', '00', '1001', '100000000', '-1', '25x'].filter(value => isAllowed(limit, value))).toEqual(
      [],
    );
    expect(['1', '25', '1000'].filter(value => isAllowed(limit, value))).toHaveLength(3);
  });

  test('a tag leaves by its id only', () => {
    const paths = Object.values(operations).map(operation => `${operation.method} ${operation.path}`);
    expect(paths.filter(path => path.startsWith('DELETE') && path.includes('/tags'))).toEqual([
      'DELETE /cases/v2/case/{id}/tags/{tagId}',
    ]);
    const { tagId } = operations.removeTag.params;
    expect(isAllowed(tagId, uuid)).toBe(true);
    expect(['key', '..', `${uuid}/close`, ''].filter(value => isAllowed(tagId, value))).toEqual([]);
  });

  test('a case id is a number', () => {
    const { id } = operations.get.params;
    expect(['1/close', '../1', 'search', '1e3', ''].filter(value => isAllowed(id, value))).toEqual([]);
  });
});

describe('bodies', () => {
  test('a search says its limit and no unknown criteria', async () => {
    const { body } = operations.search;
    expect(await accepts(body, { limit: 500, subCriteria: [{ exclude: true, status: ['closed'] }] })).toBe(
      true,
    );
    expect(await accepts(body, {})).toBe(false);
    expect(await accepts(body, { limit: 0 })).toBe(false);
    expect(await accepts(body, { limit: 1, includeTestData: true })).toBe(false);
  });

  test('an update clears with the empty string and never sends null, closed or waiting', async () => {
    const { body } = operations.update;
    expect(await accepts(body, { assignedTech: '', category: '', status: 'workingSoc' })).toBe(true);
    for (const value of [
      { assignedTech: null },
      { status: 'closed' },
      { status: 'waitingSoc' },
      { subject: '' },
    ]) {
      expect(await accepts(body, value)).toBe(false);
    }
  });

  test('a move takes the category away with null', async () => {
    expect(await accepts(operations.move.body, { service: 'support', category: null })).toBe(true);
  });
});
