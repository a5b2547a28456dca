import { expect, test } from 'vitest';
import { severityOf, statusOf } from './our-words.ts';

test.each([
  ['New', 'new'],
  ['In Progress', 'in-progress'],
  ['in_progress', 'in-progress'],
  ['OPEN', 'open'],
  ['CLOSED', 'closed'],
  ['Canceled', 'cancelled'],
  ['workingSoc', 'in-progress'],
  ['pendingCustomer', 'pending'],
  ['Other', null],
  ['True positive with impact', null],
  ['constructor', null],
  ['', null],
])('the status %j is %j in our words', (label, ours) => {
  expect(statusOf({ value: '7', label })).toBe(ours);
});

test('what the vendor says of a value counts more than its label, and the value itself counts last', () => {
  expect(statusOf({ value: '7', label: 'Closed', status: 'resolved' })).toBe('resolved');
  expect(statusOf({ value: 'closed', label: 'Lukket' })).toBe('closed');
  expect(severityOf({ value: '7', label: 'P1', severity: 'critical' })).toBe('critical');
});

test.each([
  ['Critical', 'critical'],
  ['Informational', 'info'],
  ['Unknown', null],
  ['Unspecified', null],
])('the severity %j is %j in our words', (label, ours) => {
  expect(severityOf({ value: '7', label })).toBe(ours);
});
