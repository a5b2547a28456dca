// @vitest-environment jsdom
import { Menu } from '@mantine/core';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { TestKit } from '#ui/theme/test-kit.tsx';
import { AnchoredMenu } from './anchored-menu.tsx';
import { MenuButton } from './menu-button.tsx';
import { type MenuAnchor, useLazyMenu } from './use-lazy-menu.ts';

afterEach(cleanup);

function Entries({ anchor }: { anchor: MenuAnchor }) {
  return (
    <AnchoredMenu anchor={anchor}>
      <Menu.Dropdown>
        <Menu.Item>First</Menu.Item>
      </Menu.Dropdown>
    </AnchoredMenu>
  );
}

type Load = () => Promise<typeof Entries>;

function More({ load }: { load: Load }) {
  const { button, anchor, Entries } = useLazyMenu(load);
  return (
    <>
      <button {...button} type="button">
        More
      </button>
      {Entries === null ? null : <Entries anchor={anchor} />}
    </>
  );
}

test('the first opening by key leads into the menu, and Escape back to the same button', async () => {
  const user = userEvent.setup();
  const done: string[] = [];
  const entries = ['One', 'Two'].map(label => ({ label, onSelect: () => done.push(label) }));
  render(<MenuButton label="Actions" sections={[{ heading: '', entries }]} />, { wrapper: TestKit });
  const button = screen.getByRole('button', { name: 'Actions', expanded: false });
  expect(button.getAttribute('aria-haspopup')).toBe('menu');

  await user.tab();
  expect(document.activeElement).toBe(button);
  await user.keyboard('{Enter}');
  const menu = await screen.findByRole('menu', { name: 'Actions' });
  await waitFor(() => expect(menu.contains(document.activeElement)).toBe(true));
  expect(button.getAttribute('aria-expanded')).toBe('true');
  expect(button.getAttribute('aria-controls')).toBe(menu.id);

  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  expect(document.activeElement).toBe(button);
  expect(button.isConnected).toBe(true);
  expect(button.getAttribute('aria-expanded')).toBe('false');

  await user.keyboard('{Enter}');
  await screen.findByRole('menu');
  await user.keyboard('{ArrowDown}{Enter}');
  expect(done).toHaveLength(1);
});

test('the menu has the name of its button; pressing that again closes it', async () => {
  const user = userEvent.setup();
  render(<More load={async () => Entries} />, { wrapper: TestKit });
  await user.click(screen.getByRole('button', { name: 'More' }));
  await screen.findByRole('menu', { name: 'More' });
  await user.click(screen.getByRole('button', { name: 'More' }));
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
});

test('a menu that did not load is asked for again at the next press', async () => {
  const user = userEvent.setup();
  const load = vi.fn<Load>(async () => Entries).mockRejectedValue(new Error('offline'));
  render(<More load={load} />, { wrapper: TestKit });
  const button = screen.getByRole('button', { name: 'More' });
  await user.click(button);
  await waitFor(() => expect(button.getAttribute('aria-expanded')).toBe('false'));
  load.mockResolvedValue(Entries);
  await user.click(button);
  await screen.findByRole('menuitem', { name: 'First' });
});
