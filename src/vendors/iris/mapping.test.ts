import * as v from 'valibot';
import { expect, test } from 'vitest';
import caseClosed from './fixtures/case-closed.json' with { type: 'json' };
import caseOpen from './fixtures/case-open.json' with { type: 'json' };
import casesList from './fixtures/cases-list.json' with { type: 'json' };
import { toDetail, toListedRow, toRow, toTitle } from './mapping.ts';
import { wireCase, wireListedCase } from './wire.ts';

const readCase = (value: unknown) => v.parse(wireCase, value);
const about = { outcomeName: null, consoleUrl: null };

test('a recorded list row', () => {
  const rows = casesList.data.map(item => toListedRow('iris-1', v.parse(wireListedCase, item)));
  expect(
    rows.map(({ number, title, status, tenant, assignee, createdAt, closedAt }) => [
      number,
      title,
      status,
      tenant,
      assignee,
      createdAt,
      closedAt,
    ]),
  ).toEqual([
    [
      '#22',
      'Lost laptop with PHI',
      { value: 'open', raw: '' },
      'Société Générale de Menuiserie «Éclat»',
      { id: '2', name: 'Maja B. Hansen' },
      Date.UTC(2026, 7, 28),
      null,
    ],
    [
      '#26',
      expect.any(String),
      { value: 'closed', raw: '' },
      expect.any(String),
      expect.anything(),
      Date.UTC(2026, 9, 1),
      Date.UTC(2026, 9, 7),
    ],
  ]);
});

test('a recorded open case: instant of creation, newest change, tags, people', () => {
  const detail = toDetail('iris-1', readCase(caseOpen.data), { ...about, outcomeName: 'True positive' });
  expect(detail.row).toMatchObject({
    title: 'Ransomware staging on NW-FS02',
    tags: ['ransomware', 'smb', 'p1'],
    createdAt: Date.parse('2026-11-22T06:18:16Z'),
    updatedAt: 1_795_328_298_832,
    closedAt: null,
    severity: { value: 'unknown', raw: '' },
  });
  expect(detail.fields.map(field => field.text)).toEqual(
    expect.arrayContaining([
      'True positive',
      'Ida Berg, ida.berg@northwind.example',
      'case info updated, by mhansen',
    ]),
  );
});

test('a recorded closed case: the closing day is a day, the newest of three changes counts', () => {
  const detail = toDetail('iris-1', readCase(caseClosed.data), about);
  expect(detail.row).toMatchObject({
    status: { value: 'closed', raw: '' },
    closedAt: Date.UTC(2026, 9, 19),
    createdAt: Date.parse('2026-10-12T23:42:00Z'),
    updatedAt: 1_795_328_299_687,
    tags: [],
  });
  expect(detail.fields.find(field => field.label === 'Open date')).toEqual({
    label: 'Open date',
    text: '2026-10-13',
    kind: 'text',
  });
});

test.each([
  ['#3 - Phishing wave', 'Phishing wave'],
  // Somebody sent the listed name back: the second prefix is part of the name now.
  ['#3 - #3 - Phishing wave', '#3 - Phishing wave'],
  ['#31 - of another case', '#31 - of another case'],
  ['Without a prefix', 'Without a prefix'],
  ['#3 - ', 'Case 3'],
  ['', 'Case 3'],
  [null, 'Case 3'],
])('the name %j of case 3 is the title %j', (name, title) => {
  expect(toTitle('3', name)).toBe(title);
});

test('nulls, missing and unknown fields do not cost a row', () => {
  const nothing = Object.fromEntries(Object.keys(caseOpen.data).map(key => [key, null]));
  for (const wire of [
    { case_id: 7 },
    { ...nothing, case_id: 7 },
    { ...caseOpen.data, case_id: '7', severity: 4, status_id: 'x' },
  ]) {
    expect(toRow('iris-1', readCase(wire))).toMatchObject({
      id: '7',
      number: '#7',
      status: { value: 'open' },
    });
  }
  expect(toListedRow('iris-1', v.parse(wireListedCase, { case_id: 7, owner: 9 }))).toMatchObject({
    title: 'Case 7',
    assignee: null,
    tenant: null,
  });
});

test('an outcome that the server does not name is shown by its number', () => {
  const detail = toDetail('iris-1', readCase({ ...caseOpen.data, status_id: 7 }), about);
  expect(detail.fields.find(field => field.label === 'Outcome')?.text).toBe('Outcome 7');
});

test('a history that cannot be read is no change', () => {
  const wire = { ...caseOpen.data, modification_history: { nonsense: null, '1795328296.4': 'text' } };
  expect(toRow('iris-1', readCase(wire)).updatedAt).toBe(1_795_328_296_400);
  expect(toRow('iris-1', readCase({ ...wire, modification_history: null })).updatedAt).toBeNull();
});

test('tags are split, trimmed and told once', () => {
  const row = toRow('iris-1', readCase({ ...caseOpen.data, case_tags: 'a, b,,a ,' }));
  expect(row.tags).toEqual(['a', 'b']);
});
