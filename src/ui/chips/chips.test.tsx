// @vitest-environment jsdom
import { Menu } from '@mantine/core';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { TestKit } from '#ui/theme/test-kit.tsx';
import { FilterChip } from './filter-chip.tsx';
import { ObservableChip } from './observable-chip.tsx';
import { TagList } from './tag-chip.tsx';

afterEach(cleanup);

test('a filter chip says the whole filter on both its buttons', async () => {
  const onToggle = vi.fn();
  const onRemove = vi.fn();
  render(<FilterChip field="Status" value="closed" isNegated onToggle={onToggle} onRemove={onRemove} />);
  await userEvent.click(screen.getByRole('button', { name: 'Status is not closed: change to is' }));
  await userEvent.click(screen.getByRole('button', { name: 'Remove filter: Status is not closed' }));
  expect(onToggle).toHaveBeenCalledOnce();
  expect(onRemove).toHaveBeenCalledOnce();
});

test('an observable is shown defanged, is no link, and can be copied both ways', async () => {
  const user = userEvent.setup();
  const { container } = render(<ObservableChip value="https://login.example/x" seen="in 7" />, {
    wrapper: TestKit,
  });
  expect(container.textContent).toContain('hxxps://login[.]example/x');
  expect(screen.queryByRole('link')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Menu of hxxps://login[.]example/x' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Copy as it is' }));
  expect(await navigator.clipboard.readText()).toBe('https://login.example/x');
});

test("a chip's menu has what its page adds, and closing it leads back to the chip", async () => {
  const user = userEvent.setup();
  render(
    <ObservableChip
      value="9f86d081884c7d659a2feaa0c55ad015"
      isShort
      renderMenu={() => <Menu.Item>In 3 other cases</Menu.Item>}
    />,
    { wrapper: TestKit },
  );
  expect(screen.getByTitle('9f86d081884c7d659a2feaa0c55ad015').textContent).toBe('9f86d081…d015');
  const name = 'Menu of 9f86d081884c7d659a2feaa0c55ad015';
  screen.getByRole('button', { name }).focus();
  await user.keyboard('{Enter}');
  expect((await screen.findAllByRole('menuitem')).map(item => item.textContent)).toEqual([
    'Copy',
    'In 3 other cases',
  ]);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  expect(document.activeElement).toBe(screen.getByRole('button', { name }));
});

test('one tag is shown, the others are counted and named on hover', () => {
  const { container } = render(<TagList tags={['lateral', 'aitm', 'bec']} />);
  expect(container.textContent).toBe('lateral+2');
  expect(screen.getByTitle('lateral, aitm, bec')).toBeDefined();
});
