import { expect, test } from 'vitest';
import { toFlowBlocks, toFlowObservables } from './flows.ts';

test('keys nobody has heard of become columns, the time first', () => {
  const flows = [
    {
      id: 'f',
      networkSecurityEventId: 'e',
      bytes: 12,
      timeStamp: '2020-10-14T13:59:54.047Z',
      client: { ip: '10.0.0.1' },
    },
    { id: 'g', dst: '2001:db8::1', bytes: 'many', word: null },
  ];
  const [table] = toFlowBlocks(flows, false);
  expect(table).toMatchObject({
    columns: [
      { id: 'timeStamp' },
      { id: 'bytes', isNumeric: false },
      { id: 'client' },
      { id: 'dst' },
      { id: 'word' },
    ],
    rows: [
      {
        id: 'flow 0',
        cells: {
          bytes: { kind: 'number', value: 12 },
          client: { kind: 'mono', text: '{"ip":"10.0.0.1"}' },
          timeStamp: { kind: 'instant' },
        },
      },
      { id: 'flow 1', cells: { bytes: { kind: 'text', text: 'many' }, dst: { kind: 'observable' } } },
    ],
  });
  expect(toFlowObservables(flows)).toEqual([{ type: 'ipv6', value: '2001:db8::1', raw: 'dst' }]);
});

test('what a list leaves out is said', () => {
  expect(toFlowBlocks([{ a: 1 }], true)[1]).toMatchObject({ kind: 'notice' });
  expect(toFlowBlocks([], false)).toMatchObject([{ kind: 'notice' }]);
});
