// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { List, Plug } from 'lucide-react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useShortcut } from '#ui/shortcuts/use-shortcut.ts';
import { TestKit } from '#ui/theme/test-kit.tsx';
import { Shell } from './shell.tsx';

// jsdom has no layout, which the palette's list asks for.
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
);

Element.prototype.scrollIntoView ??= () => {};

afterEach(cleanup);

let done: string[] = [];

beforeEach(() => {
  done = [];
  localStorage.clear();
});

function Page({ name }: { name: string }) {
  useShortcut({ keys: 'x', description: 'Select the row', group: name, run: () => done.push('x') });
  return <h1>{name}</h1>;
}

function open() {
  const items = [
    { to: '/queue', label: 'Queue', icon: List, attention: null, keys: 'g>q' },
    {
      to: '/connections',
      label: 'Connections',
      icon: Plug,
      attention: '1 connection needs attention',
      keys: 'g>c',
    },
  ];
  const actions = [{ id: 'view mine', label: 'My open', group: 'Views', run: () => done.push('my open') }];
  render(
    <MemoryRouter initialEntries={['/queue']}>
      <Routes>
        <Route element={<Shell items={items} strip={<footer>38 s ago</footer>} actions={actions} />}>
          <Route path="/queue" element={<Page name="The queue" />} />
          <Route path="/connections" element={<Page name="The connections" />} />
        </Route>
      </Routes>
    </MemoryRouter>,
    { wrapper: TestKit },
  );
}

test('has an entry for each place, and says which needs somebody', () => {
  open();
  const links = within(screen.getByRole('navigation', { name: 'Main' })).getAllByRole('link');
  expect(links.map(link => link.textContent)).toEqual(['Queue', 'Connections']);
  expect(screen.getByRole('link', { name: 'Queue' }).getAttribute('aria-current')).toBe('page');
  expect(screen.getByRole('img', { name: '1 connection needs attention' })).toBeDefined();
});

test('goes to a place by key and by link', async () => {
  open();
  await userEvent.keyboard('gc');
  expect(screen.getByRole('heading', { name: 'The connections' })).toBeDefined();
  await userEvent.click(screen.getByRole('link', { name: 'Queue' }));
  expect(screen.getByRole('heading', { name: 'The queue' })).toBeDefined();
});

test('help lists the keys of this page', async () => {
  open();
  await userEvent.keyboard('?');
  const dialog = await screen.findByRole('dialog', { name: 'Keys' });
  expect(dialog.textContent).toContain('g cGo to Connections');
  expect(dialog.textContent).toContain('xSelect the row');
  await userEvent.keyboard('x');
  expect(done).toEqual([]);
});

test('the palette finds views, places and keys by name and runs them', async () => {
  open();
  await userEvent.keyboard('{Control>}k{/Control}');
  const palette = await screen.findByRole('dialog', { name: 'Find or run a command' });
  await userEvent.type(within(palette).getByRole('textbox'), 'my op');
  expect(within(palette).queryByText('Select the row')).toBeNull();
  await userEvent.click(within(palette).getByText('My open'));
  expect(done).toEqual(['my open']);
});

test('settings choose colours, times and rows, switch letters off and are kept', async () => {
  open();
  await userEvent.click(screen.getByRole('button', { name: 'Settings' }));
  const menu = await screen.findByRole('menu', { name: 'Settings' });
  await userEvent.click(within(menu).getByRole('menuitemradio', { name: 'UTC' }));
  await userEvent.click(within(menu).getByRole('menuitemradio', { name: 'Compact' }));
  expect(within(menu).getByRole('menuitemradio', { name: 'Compact' }).getAttribute('aria-checked')).toBe(
    'true',
  );
  await userEvent.click(within(menu).getByRole('menuitemcheckbox', { name: 'Keyboard shortcuts' }));
  await userEvent.keyboard('{Escape}');
  expect(localStorage.getItem('casefold-preferences')).toBe(
    '{"zone":"utc","density":"compact","areShortcutsOn":false}',
  );
  await userEvent.keyboard('x');
  expect(done).toEqual([]);
});
