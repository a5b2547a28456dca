// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Initials } from './initials.tsx';
import { SeverityMark } from './severity-mark.tsx';
import { StatusGlyph } from './status-glyph.tsx';
import { StatusLabel } from './status-label.tsx';

afterEach(cleanup);

test.each([
  ['critical', 'Critical'],
  ['high', 'High'],
  ['medium', 'Medium'],
  ['low', 'Low'],
  ['info', 'Info'],
  ['unknown', 'Unknown severity'],
] as const)('severity %s is named %s', (severity, name) => {
  render(<SeverityMark severity={severity} />);
  expect(screen.getByRole('img', { name })).toBeDefined();
});

test.each([
  ['new', 'New'],
  ['open', 'Open'],
  ['in-progress', 'In progress'],
  ['pending', 'Pending'],
  ['resolved', 'Resolved'],
  ['cancelled', 'Cancelled'],
  ['closed', 'Closed'],
  ['archived', 'Archived'],
  ['other', 'Other status'],
] as const)('status %s is named %s', (status, name) => {
  render(<StatusGlyph status={status} />);
  expect(screen.getByRole('img', { name })).toBeDefined();
});

test('every severity and every status has a drawing of its own', () => {
  const { container } = render(
    <>
      {(['critical', 'high', 'medium', 'low', 'info', 'unknown'] as const).map(severity => (
        <SeverityMark key={severity} severity={severity} />
      ))}
      {(
        [
          'new',
          'open',
          'in-progress',
          'pending',
          'resolved',
          'cancelled',
          'closed',
          'archived',
          'other',
        ] as const
      ).map(status => (
        <StatusGlyph key={status} status={status} />
      ))}
    </>,
  );
  const drawings = [...container.querySelectorAll('svg')].map(svg => svg.innerHTML);
  expect(drawings).toHaveLength(15);
  expect(new Set(drawings).size).toBe(15);
});

test("the vendor's word for a severity is added where it differs", () => {
  render(<SeverityMark severity="high" word="Sev-2" />);
  expect(screen.getByRole('img', { name: 'High (Sev-2)' })).toBeDefined();
});

test('a decoration says nothing', () => {
  render(<SeverityMark severity="high" isDecoration />);
  expect(screen.queryByRole('img')).toBeNull();
});

test("a narrow status shows the vendor's word and names ours", () => {
  const { container } = render(<StatusLabel status="in-progress" word="Containment" />);
  expect(container.textContent).toBe('Containment');
  expect(screen.getByRole('img', { name: 'In progress' })).toBeDefined();
});

test('a roomy status shows both words, equal ones once', () => {
  const { container, rerender } = render(<StatusLabel status="in-progress" word="Containment" hasRoom />);
  expect(container.textContent).toBe('In progressContainment');
  rerender(<StatusLabel status="in-progress" word="In Progress" hasRoom />);
  expect(container.textContent).toBe('In progress');
});

test.each([
  ['Mari Dahl', 'MD'],
  ['ida.moen@example.com', 'IM'],
  ['Øystein', 'Ø'],
])('%s has the initials %s and the full name', (name, initials) => {
  render(<Initials name={name} />);
  expect(screen.getByRole('img', { name }).textContent).toBe(initials);
});

test('nobody is named Unassigned', () => {
  render(<Initials name={null} />);
  expect(screen.getByRole('img', { name: 'Unassigned' })).toBeDefined();
});
