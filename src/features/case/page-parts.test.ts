import { expect, test } from 'vitest';
import { describeNotOffered, partsOf } from './page-parts.ts';

test("the vendor's sections stand in its order between what every case has", () => {
  expect(partsOf(['notes', 'summary', 'observables', 'history', 'links']).map(({ title }) => title)).toEqual([
    'Summary',
    'Timeline',
    'Observables',
    'Notes',
    'History',
    'Linked cases',
    'Details',
    'Raw',
  ]);
});

test('what is not offered is said in one sentence', () => {
  expect(describeNotOffered(['alerts', 'events', 'tasks', 'assets', 'evidence', 'notes'], 'IRIS')).toBe(
    'Not offered by IRIS: file events, comments, attachments, files, linked cases, access, history, exports.',
  );
});

test('of a vendor of which nothing is known nothing is said', () => {
  expect(describeNotOffered([], 'IRIS')).toBeNull();
});
