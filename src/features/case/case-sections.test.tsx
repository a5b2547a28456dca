// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Block, SectionId, SectionPage } from '#domain/section.ts';
import type { Outcome } from '#store/engine/engine-port.ts';
import { CaseScreen } from './case-screen.tsx';
import { sampleCall, sampleDetail, sampleRow } from './sample-case.ts';
import { answered, createWrapper, page, refused, startMadeUpEngine } from './test-case.tsx';

let engine: Awaited<ReturnType<typeof startMadeUpEngine>>;
let client: QueryClient;
beforeAll(async () => {
  engine = await startMadeUpEngine();
});
beforeEach(() => {
  client = new QueryClient();
});
afterEach(cleanup);

/** Of a machine with much else to do. */
const slow = { timeout: 10_000 };

const offered: readonly SectionId[] = ['tasks', 'notes', 'comments'];

/** A connection to a made-up vendor that offers three sections. */
function tellConnections(): void {
  client.setQueryData(['connections'], {
    connections: [{ id: 'iris', name: 'IRIS Lab', vendor: 'iris' }],
    vendors: [{ id: 'iris', shortName: 'IRIS', sections: offered }],
  });
}

function notice(text: string): Block {
  return { kind: 'notice', key: text, text };
}

type Told = Partial<Record<SectionId, (cursor: string | null) => Outcome<ReturnType<typeof wrapped>>>>;
function wrapped(value: SectionPage, path: string) {
  const outcome = answered(value, path);
  if (!outcome.ok) throw new Error('not an answer');
  return outcome.value;
}

function show(told: Told) {
  tellConnections();
  engine.answer({
    detail: async () => ({ ok: true, value: { value: sampleDetail, calls: [sampleCall] } }),
    row: async () => sampleRow,
    section: async (_, section, cursor) =>
      told[section]?.(cursor) ?? answered(page({ count: 0 }), `/api/${section}`),
  });
  render(
    <CaseScreen caseRef={{ connectionId: 'iris', id: '412' }} connectionName="IRIS Lab" badge="IRIS" />,
    { wrapper: createWrapper(client) },
  );
}

const region = (name: string) => within(screen.getByRole('region', { name }));

test('each section has its region and its count, and one line says what the vendor has not', async () => {
  show({ tasks: () => answered(page({ blocks: [notice('Call Vidar')], count: 9, doneCount: 3 })) });
  expect(await region('Tasks').findByText('Call Vidar')).toBeDefined();
  const list = within(screen.getByRole('navigation', { name: 'Sections' }));
  expect(list.getByRole('button', { name: /^Tasks/ }).textContent).toBe('4Tasks 3 of 9');
  expect(await region('Notes').findByText('IRIS lists none.')).toBeDefined();
  expect(screen.getByText(/^Not offered by IRIS: alerts, events, file events, /)).toBeDefined();
});

test('a section that fails says so in its place, and the others stand', async () => {
  let isBroken = true;
  show({
    notes: () => (isBroken ? refused() : answered(page({ blocks: [notice('Saved at last')] }))),
    comments: () => answered(page({ blocks: [notice('Still here')] })),
  });
  expect(await region('Notes').findByText('IRIS did not answer. Nothing of it is held here.')).toBeDefined();
  expect(await region('Comments').findByText('Still here')).toBeDefined();
  isBroken = false;
  const retry = region('Notes').getByRole('button', { name: 'Retry' });
  await userEvent.click(retry);
  expect(await region('Notes').findByText('Saved at last')).toBeDefined();
  // What had the focus is gone: the section has it.
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Notes' })));
});

test('reads on where there is more, and keeps what is held when that fails', async () => {
  let isBroken = true;
  show({
    comments: cursor => {
      if (cursor === null) return answered(page({ blocks: [notice('First')], next: 'page-2' }));
      return isBroken ? refused() : answered(page({ blocks: [notice(`Of ${cursor}`)] }));
    },
  });
  await userEvent.click(await region('Comments').findByRole('button', { name: 'Read more' }));
  expect(await region('Comments').findByText(/^IRIS did not answer\. What is shown is/)).toBeDefined();
  expect(region('Comments').getByText('First')).toBeDefined();
  isBroken = false;
  await userEvent.click(region('Comments').getByRole('button', { name: 'Retry' }));
  expect(await region('Comments').findByText('Of page-2')).toBeDefined();
  expect(region('Comments').queryByRole('button', { name: 'Read more' })).toBeNull();
});

test('a digit leads to a section before anything of it came', async () => {
  tellConnections();
  engine.answer({
    detail: () => new Promise(() => {}),
    row: async () => sampleRow,
    section: () => new Promise(() => {}),
  });
  render(
    <CaseScreen caseRef={{ connectionId: 'iris', id: '412' }} connectionName="IRIS Lab" badge="IRIS" />,
    { wrapper: createWrapper(client) },
  );
  await screen.findByRole('heading', { level: 1, name: /^AiTM/ });
  await userEvent.keyboard('5');
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Notes' }));
  const list = within(screen.getByRole('navigation', { name: 'Sections' }));
  expect(list.getByRole('button', { name: /^Notes/ }).getAttribute('aria-current')).toBe('true');
});

test('Raw has the calls of each section, with a shell line', async () => {
  const user = userEvent.setup();
  show({ tasks: () => answered(page({ blocks: [notice('x')] }), '/case/tasks/list?cid=412') });
  const raw = region('Raw');
  await user.click(await raw.findByRole('button', { name: /case\/tasks\/list/ }));
  expect(raw.getByRole('tree', { name: 'answer of /case/tasks/list' })).toBeDefined();
  const copies = raw.getAllByRole('button', { name: 'Copy as curl' });
  await user.click(copies[1] ?? copies[0] ?? document.body);
  expect(await navigator.clipboard.readText()).toBe(
    "curl 'https://iris.example.com/case/tasks/list?cid=412'",
  );
});

test('finds in the whole case, also in what is folded, goes from match to match, and gives the focus back', async () => {
  show({
    notes: () =>
      answered(
        page({
          blocks: [
            {
              kind: 'tree',
              key: 't',
              title: null,
              nodes: [
                {
                  id: 'd',
                  name: 'Evidences',
                  isFolder: false,
                  fields: [{ label: 'Owner', text: 'the adversary', kind: 'text' }],
                  children: [],
                },
              ],
            },
          ],
        }),
      ),
  });
  Element.prototype.scrollIntoView = () => {};
  await region('Notes').findByText('Evidences');
  await userEvent.keyboard('/');
  const box = screen.getByRole('searchbox', { name: 'Find in this case' });
  expect(document.activeElement).toBe(box);
  await userEvent.keyboard('ADVERSARY');
  expect(await screen.findByText('1 of 2', {}, slow)).toBeDefined();
  expect(region('Notes').getByText('the adversary')).toBeDefined();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByText('2 of 2')).toBeDefined();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByText('1 of 2')).toBeDefined();
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
  expect(screen.getByText('2 of 2')).toBeDefined();
  await userEvent.keyboard(' nowhere');
  expect(await screen.findByText('None', {}, slow)).toBeDefined();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('searchbox', { name: 'Find in this case' })).toBeNull();
  expect(document.activeElement).not.toBe(document.body);
});
