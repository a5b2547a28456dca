import { expect, test } from 'vitest';
import recorded from '../fixtures/alert-search.json' with { type: 'json' };
import { flattenRecord } from './flatten-record.ts';

test('a recorded alert is told value by value', () => {
  const fields = flattenRecord(recorded.hits.hits[0]?._source);
  const text = new Map(fields.map(field => [field.label, field.text]));
  expect(text.get('email.recipient.addresses')).toBe('info@example.com');
  expect(text.get('xdr_event.ttps[0].technique.id')).toBe('T1566');
  expect(text.get('stellar.detection_time')).toBe('81214');
  expect(text.get('timestamp')).toBe('2024-03-18T09:55:12.000Z');
  expect(fields.find(({ label }) => label === 'write_time')?.at).toBe(1710883791406);
  // Empty ones say nothing.
  expect(text.has('engid_gateway')).toBe(false);
});

test('a document without end is bounded in width and depth', () => {
  const wide = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`key${index}`, index]));
  expect(flattenRecord(wide)).toHaveLength(1000);
  let deep: object = { end: 1 };
  for (let level = 0; level < 100; level += 1) deep = { deep };
  expect(flattenRecord(deep)).toEqual([{ label: expect.stringMatching(/^deep/), text: '…', kind: 'text' }]);
});
