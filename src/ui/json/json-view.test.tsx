// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { TestKit } from '#ui/theme/test-kit.tsx';
import { JsonView } from './json-view.tsx';
import { searchJson } from './search-json.ts';

afterEach(cleanup);

const answer = {
  id: '421380797518239242',
  open: true,
  alerts: [{ name: 'Kerberoasting' }, { name: 'RDP' }],
  none: null,
};

test('searches names and values in any case, keeping the way to them', () => {
  expect(searchJson(answer, 'kerb')).toEqual({ data: { alerts: [{ name: 'Kerberoasting' }] }, count: 1 });
  expect(searchJson(answer, 'NAME').count).toBe(2);
  expect(searchJson(answer, 'alerts').data).toEqual({ alerts: answer.alerts });
  expect(searchJson(answer, '  ').data).toBe(answer);
  expect(searchJson(answer, 'nowhere')).toEqual({ data: {}, count: 0 });
});

test('a name such as __proto__ is data', () => {
  const hostile: object = JSON.parse('{"__proto__": {"isAdmin": "yes"}}');
  expect(JSON.stringify(searchJson(hostile, 'isadmin').data)).toBe('{"__proto__":{"isAdmin":"yes"}}');
  expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
});

test('shows the answer and finds in it', async () => {
  render(<JsonView value={answer} name="Answer of Argus" />, { wrapper: TestKit });
  expect(screen.getByText('"421380797518239242"')).toBeDefined();
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search in Answer of Argus' }), 'rdp');
  expect(screen.getByText('1 found')).toBeDefined();
  expect(screen.queryByText('"421380797518239242"')).toBeNull();
  expect(screen.getByText('"RDP"')).toBeDefined();
});

test.each([null, 'text', 7, undefined])('%j is shown too', value => {
  render(<JsonView value={value} name="Answer" />, { wrapper: TestKit });
  expect(screen.getByRole('tree', { name: 'Answer' })).toBeDefined();
});
