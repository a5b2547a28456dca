// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PreferencesContext } from '#ui/preferences/preferences.ts';
import { displayKeys } from './shortcut-keys.ts';
import { useShortcutList } from './shortcut-registry.ts';
import { useShortcut } from './use-shortcut.ts';

afterEach(cleanup);

let pressed: string[] = [];

beforeEach(() => {
  pressed = [];
});

function Bound({
  keys,
  isAlways = false,
  isEnabled = true,
}: {
  keys: string;
  isAlways?: boolean;
  isEnabled?: boolean;
}) {
  useShortcut({
    keys,
    description: `Does ${keys}`,
    group: 'Test',
    run: () => pressed.push(keys),
    isAlways,
    isEnabled,
  });
  return null;
}

function Page({ children }: { children?: ReactNode }) {
  return (
    <>
      {['j', 'shift+j', 't', 'g>t', 'g>q', '/', '?', '*', '[', 'space', 'enter', 'escape'].map(keys => (
        <Bound key={keys} keys={keys} />
      ))}
      <Bound keys="mod+k" isAlways />
      <Bound keys="y" isEnabled={false} />
      {children}
    </>
  );
}

test.each([
  ['j', ['j']],
  ['{Shift>}J{/Shift}', ['shift+j']],
  ['gq', ['g>q']],
  ['gt', ['g>t']],
  ['t', ['t']],
  ['/', ['/']],
  ['{Shift>}/{/Shift}', ['/']],
  ['{Shift>}?{/Shift}', ['?']],
  ['{Shift>}*{/Shift}', ['*']],
  ['[[', ['[']],
  [' ', ['space']],
  ['{Enter}', ['enter']],
  ['{Escape}', ['escape']],
  ['{Control>}k{/Control}', ['mod+k']],
  ['{Control>}j{/Control}', []],
  ['{Control>}/{/Control}', []],
  ['y', []],
])('%s runs %j', async (typed, expected) => {
  render(<Page />);
  await userEvent.keyboard(typed);
  expect(pressed).toEqual(expected);
});

test('is off while somebody types, but for what always works', async () => {
  render(
    <Page>
      <input aria-label="Search" type="search" />
      <textarea aria-label="Note" />
    </Page>,
  );
  await userEvent.type(screen.getByRole('searchbox'), 'jt gq/?*');
  await userEvent.type(screen.getByRole('textbox'), 'j{Enter} ');
  expect(pressed).toEqual([]);
  await userEvent.keyboard('{Control>}k{/Control}');
  expect(pressed).toEqual(['mod+k']);
});

test('works from a checkbox, where nobody types, and leaves it its Space', async () => {
  render(
    <Page>
      <input type="checkbox" aria-label="Critical" />
    </Page>,
  );
  await userEvent.click(screen.getByRole('checkbox'));
  await userEvent.keyboard('j ');
  expect(pressed).toEqual(['j']);
  expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
});

test('is off in a dialog and in a menu', async () => {
  const { rerender } = render(
    <Page>
      <div role="dialog" aria-modal="true" />
    </Page>,
  );
  await userEvent.keyboard('j?');
  rerender(
    <Page>
      <div role="menu">
        <button type="button" role="menuitem">
          Copy
        </button>
      </div>
    </Page>,
  );
  screen.getByRole('menuitem').focus();
  await userEvent.keyboard('j');
  expect(pressed).toEqual([]);
});

test('Enter on a button presses the button', async () => {
  function Counter() {
    const [count, setCount] = useState(0);
    return (
      <button type="button" onClick={() => setCount(count + 1)}>
        {count}
      </button>
    );
  }
  render(
    <Page>
      <Counter />
    </Page>,
  );
  screen.getByRole('button').focus();
  await userEvent.keyboard('{Enter}');
  expect(pressed).toEqual([]);
  expect(screen.getByRole('button').textContent).toBe('1');
});

function Listed() {
  return (
    <output>
      {useShortcutList()
        .map(shortcut => shortcut.keys)
        .join(' ')}
    </output>
  );
}

test('help lists what is bound, and a switch turns letters off', async () => {
  const { rerender } = render(
    <Page>
      <Listed />
    </Page>,
  );
  expect(screen.getByRole('status').textContent).toBe('j shift+j t g>t g>q / ? * [ space enter escape mod+k');
  rerender(
    <PreferencesContext value={{ zone: 'utc', density: 'normal', areShortcutsOn: false, change: () => {} }}>
      <Page>
        <Listed />
      </Page>
    </PreferencesContext>,
  );
  expect(screen.getByRole('status').textContent).toBe('mod+k');
  await userEvent.keyboard('j{Control>}k{/Control}');
  expect(pressed).toEqual(['mod+k']);
});

test.each([
  ['g>q', 'g q'],
  ['shift+j', 'Shift J'],
  ['mod+k', 'Ctrl k'],
  ['escape', 'Esc'],
  ['/', '/'],
])('%s is shown as %s', (keys, text) => {
  expect(displayKeys(keys)).toBe(text);
});
