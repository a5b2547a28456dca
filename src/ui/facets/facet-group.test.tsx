// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { FacetGroup } from './facet-group.tsx';
import type { FacetState } from './facet-row.tsx';

afterEach(cleanup);

function Severity({ start = 'off' }: { start?: FacetState }) {
  const [state, setState] = useState<FacetState>(start);
  return (
    <FacetGroup
      name="Severity"
      values={[
        { value: 'critical', label: 'Critical', count: 17, state },
        { value: 'high', label: 'High', count: 1_430, state: 'off' },
      ]}
      onChange={(value, next) => {
        if (value === 'critical') setState(next);
      }}
    />
  );
}

function critical(): HTMLInputElement {
  return screen.getByRole('checkbox', { name: /^Critical.*17$/ });
}

test('is a group named for its field, each value named with its count last', () => {
  render(<Severity />);
  const group = screen.getByRole('group', { name: 'Severity' });
  const names = within(group)
    .getAllByRole('checkbox')
    .map(box => box.getAttribute('aria-label'));
  expect(names).toEqual(['Critical, 17', 'High, 1,430']);
});

test('a click takes a value in, a second puts it out, a third lets it be', async () => {
  render(<Severity />);
  await userEvent.click(critical());
  expect(critical().checked).toBe(true);
  await userEvent.click(critical());
  expect(critical().checked).toBe(false);
  expect(critical().getAttribute('aria-label')).toBe('Critical, not, 17');
  expect(screen.getByText('not')).toBeDefined();
  await userEvent.click(critical());
  expect(critical().getAttribute('aria-label')).toBe('Critical, 17');
  expect(critical().checked).toBe(false);
});

test.each(['Shift', 'Alt'])('%s with a click puts a value straight out, and back', async key => {
  render(<Severity />);
  const user = userEvent.setup();
  await user.keyboard(`{${key}>}`);
  await user.click(critical());
  expect(critical().getAttribute('aria-label')).toBe('Critical, not, 17');
  await user.click(critical());
  expect(critical().getAttribute('aria-label')).toBe('Critical, 17');
});

test('Space does what a click does', async () => {
  render(<Severity />);
  critical().focus();
  await userEvent.keyboard(' ');
  expect(critical().checked).toBe(true);
});

test('can be folded away', async () => {
  render(<Severity />);
  await userEvent.click(screen.getByRole('button', { name: 'Severity', expanded: true }));
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.getByRole('button', { name: 'Severity', expanded: false })).toBeDefined();
});
