// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { TestKit } from '#ui/theme/test-kit.tsx';
import { CaseView, type CaseViewProps } from './case-view.tsx';
import { sampleCall, sampleDetail, sampleRow } from './sample-case.ts';

afterEach(cleanup);

function show(props: Partial<CaseViewProps> = {}) {
  const place = {
    from: '/queue',
    onOrder: () => {},
    backTo: '/queue',
    backName: 'All open',
    back: vi.fn(),
    index: 0,
    canStep: true,
    total: 1_206,
    step: vi.fn(),
  };
  const onRefresh = vi.fn();
  const all: CaseViewProps = {
    caseRef: sampleRow,
    place,
    connectionName: 'IRIS Lab',
    badge: 'IRIS',
    row: sampleRow,
    answer: sampleDetail,
    error: null,
    offered: [],
    sections: [],
    calls: [{ title: 'Case', calls: [sampleCall] }],
    readAt: Date.parse('2026-11-22T08:00:00Z'),
    isReading: false,
    trouble: null,
    onRefresh,
    ...props,
  };
  render(<CaseView {...all} />, {
    wrapper: ({ children }) => (
      <MemoryRouter>
        <QueryClientProvider client={new QueryClient()}>
          <TestKit>{children}</TestKit>
        </QueryClientProvider>
      </MemoryRouter>
    ),
  });
  return { place, onRefresh };
}

const region = (name: string) => within(screen.getByRole('region', { name }));

describe('a case that the vendor answered for', () => {
  test('has its title as the only heading of the first level', () => {
    show();
    expect(screen.getAllByRole('heading', { level: 1 }).map(heading => heading.textContent)).toEqual([
      'AiTM session theft and lateral move to SRV-FIN-07',
    ]);
  });

  test('says status, severity, assignee and tags in one region', () => {
    show();
    const fields = region('Fields');
    for (const text of ['In progress', 'Containment', 'Critical', 'Mari Dahl', 'Vidar Logistics', 'aitm'])
      expect(fields.getByText(text)).toBeDefined();
  });

  test("shows the description, the vendor's own fields and, on request, the answer itself", async () => {
    show();
    expect(region('Summary').getByText(/^An adversary-in-the-middle page/)).toBeDefined();
    expect(region('Details').getByText('INC-39877')).toBeDefined();
    expect(region('Details').getByText(/22 Nov 2026/)).toBeDefined();
    expect(region('Raw').queryByText(/case_name/)).toBeNull();
    await userEvent.click(region('Raw').getByRole('button', { name: /^GET/ }));
    expect(region('Raw').getByText(/case_name/)).toBeDefined();
  });

  test('says so when there is no description, and when another case was merged into it', () => {
    show({ answer: { ...sampleDetail, description: null, redirectedFrom: '398' } });
    expect(region('Summary').getByText('No description.')).toBeDefined();
    expect(screen.getByText('398').parentElement?.textContent).toBe('398 was merged into this case.');
  });

  test("opens the vendor's console apart from this page", () => {
    show();
    const link = screen.getByRole('link', { name: 'Open in IRIS' });
    expect(link.getAttribute('href')).toBe('https://iris.example.com/case?cid=412');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(link.getAttribute('target')).toBe('_blank');
  });

  test.each(['javascript:alert(1)', 'http://iris.example.com/', 'data:text/html,x', '//iris', ''])(
    'makes no link of %s',
    consoleUrl => {
      show({ answer: { ...sampleDetail, consoleUrl } });
      expect(screen.queryByRole('link', { name: 'Open in IRIS' })).toBeNull();
    },
  );

  test('shows a title as it is: markup as text, and what turns the reading direction by name', () => {
    show({ row: { ...sampleRow, title: '<img src=x onerror=alert(1)>\u202etxt.exe' } });
    const heading = screen.getByRole('heading', { level: 1 });
    expect(heading.querySelector('img')).toBeNull();
    expect(heading.textContent).toBe('<img src=x onerror=alert(1)>[RLO]txt.exe');
  });
});

describe('before and instead of an answer', () => {
  test('the row is shown while the vendor is asked', () => {
    show({ answer: 'reading', isReading: true });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/^AiTM/);
    expect(region('Details').getByText('IRIS Lab')).toBeDefined();
    expect(screen.getByText('Reading IRIS')).toBeDefined();
  });

  test('a failure keeps the row, says what is so and offers another try', async () => {
    const { onRefresh } = show({ answer: 'failed', trouble: 'No longer at IRIS.' });
    expect(region('Fields').getByText('Mari Dahl')).toBeDefined();
    expect(region('Summary').getByText('Not read.')).toBeDefined();
    expect(screen.getByText('No longer at IRIS.')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(onRefresh).toHaveBeenCalledOnce();
  });

  test('a record of which nothing is held is named by its id', () => {
    show({ row: null, answer: 'failed', trouble: 'IRIS has no such record.' });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('412');
    expect(screen.getByText('IRIS has no such record.')).toBeDefined();
    expect(screen.queryByRole('region')).toBeNull();
  });
});

describe('keys', () => {
  test('walk the list and lead back to it', async () => {
    const { place } = show();
    expect(screen.getByText('1 of 1,206')).toBeDefined();
    await userEvent.keyboard(']');
    expect(place.step).toHaveBeenLastCalledWith(1);
    await userEvent.keyboard('[[');
    expect(place.step).toHaveBeenLastCalledWith(-1);
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('u');
    expect(place.back).toHaveBeenCalledTimes(2);
  });

  test('go to a section, which then has the focus', async () => {
    show({ answer: 'reading' });
    for (const [key, name] of [
      ['2', 'Timeline'],
      ['4', 'Details'],
      ['5', 'Raw'],
    ] as const) {
      await userEvent.keyboard(key);
      expect(document.activeElement).toBe(screen.getByRole('region', { name }));
    }
  });

  test('do not leave the page from within the search of the raw answer', async () => {
    const { place } = show();
    await userEvent.click(region('Raw').getByRole('button', { name: /^GET/ }));
    await userEvent.type(region('Raw').getByRole('searchbox'), 'u[[[[{Escape}');
    expect(place.back).not.toHaveBeenCalled();
    expect(place.step).not.toHaveBeenCalled();
  });
});

test('a case opened from no list has no place in one', () => {
  show({
    place: {
      from: null,
      onOrder: () => {},
      backTo: '/queue',
      backName: 'Queue',
      back: () => {},
      index: -1,
      canStep: false,
      total: 0,
      step: () => {},
    },
  });
  expect(screen.queryByRole('button', { name: /Next/ })).toBeNull();
  expect(screen.getByRole('link', { name: /Queue/ }).getAttribute('href')).toBe('/queue');
});
