// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
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
  await user.click(screen.getByRole('button', { name: 'Copy hxxps://login[.]example/x' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Copy as it is' }));
  expect(await navigator.clipboard.readText()).toBe('https://login.example/x');
});

test('one tag is shown, the others are counted and named on hover', () => {
  const { container } = render(<TagList tags={['lateral', 'aitm', 'bec']} />);
  expect(container.textContent).toBe('lateral+2');
  expect(screen.getByTitle('lateral, aitm, bec')).toBeDefined();
});
