// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { TestKit } from '#ui/theme/test-kit.tsx';
import { PeekView, type PeekViewProps } from './peek-view.tsx';
import { sampleDetail, sampleRow } from './sample-case.ts';

afterEach(cleanup);

function show(props: Partial<PeekViewProps> = {}) {
  const actions = { onRetry: vi.fn(), onOpen: vi.fn(), onClose: vi.fn() };
  render(
    <PeekView
      caseRef={sampleRow}
      badge="IRIS"
      row={sampleRow}
      answer={sampleDetail}
      trouble={null}
      {...actions}
      {...props}
    />,
    {
      wrapper: ({ children }) => (
        <MemoryRouter>
          <TestKit>
            <button type="button">The list</button>
            {children}
          </TestKit>
        </MemoryRouter>
      ),
    },
  );
  return actions;
}

test('shows the row at once, and takes no focus', () => {
  show({ answer: 'reading' });
  expect(screen.getByRole('complementary', { name: 'Peek' })).toBeDefined();
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(sampleRow.title);
  for (const text of ['#412', 'In progress', 'Containment', 'Mari Dahl', 'Vidar Logistics', 'lateral'])
    expect(screen.getByText(text)).toBeDefined();
  expect(document.activeElement).toBe(document.body);
});

test('tells the beginning of what happened', () => {
  show({ answer: { ...sampleDetail, description: { format: 'text', text: 'again '.repeat(300) } } });
  expect(screen.getByText(/^again again/).textContent?.length).toBeLessThan(620);
  expect(screen.getByText('The rest is on the case page.')).toBeDefined();
});

test('a failure says so in the place of what happened, and keeps the row', async () => {
  const { onRetry } = show({ answer: 'failed', trouble: 'No answer on port 443.' });
  expect(screen.getByText('Mari Dahl')).toBeDefined();
  expect(screen.getByText('No answer on port 443.')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
  expect(onRetry).toHaveBeenCalledOnce();
});

test('opens and closes', async () => {
  const { onOpen, onClose } = show();
  await userEvent.click(screen.getByRole('button', { name: 'Open' }));
  expect(onOpen).toHaveBeenCalledOnce();
  await userEvent.click(screen.getByRole('button', { name: 'Close peek' }));
  expect(onClose).toHaveBeenCalledOnce();
});
