import * as v from 'valibot';
import { expect, test } from 'vitest';
import detail from './fixtures/case-detail.json' with { type: 'json' };
import page from './fixtures/cases-page.json' with { type: 'json' };
import { toDescription, toDetail, toRow } from './mapping.ts';
import { wireCase, wireCaseDetail, wireCasePage } from './wire.ts';

const home = { connectionId: 'incydr-1', tenant: 'Example customer' };

function row(fields: object) {
  return toRow(home, v.parse(wireCase, { number: 7, name: 'n', status: 'OPEN', ...fields }));
}

test("the vendor's own list example", () => {
  const rows = v.parse(wireCasePage, page).cases.map(item => toRow(home, v.parse(wireCase, item)));
  expect(rows).toEqual([
    {
      connectionId: 'incydr-1',
      id: '1',
      number: '1',
      kind: 'case',
      title: 'test_1',
      status: { value: 'open', raw: 'OPEN' },
      severity: { value: 'unknown', raw: '' },
      assignee: null,
      tenant: 'Example customer',
      tags: [],
      createdAt: Date.parse('2022-07-18T16:39:51.356Z'),
      updatedAt: Date.parse('2022-07-18T16:40:53.335Z'),
      closedAt: null,
      dueAt: null,
      expiresAt: Date.parse('2023-07-18T00:00:00Z'),
      alertCount: null,
    },
    expect.objectContaining({
      id: '42',
      assignee: { id: '942564422882759874', name: 'assignee@example.com' },
    }),
  ]);
});

test("the vendor's own detail example keeps description and findings", () => {
  const { description, fields } = toDetail(home, v.parse(wireCaseDetail, detail));
  expect(description).toEqual({
    format: 'markdown',
    text: 'description\\_2\n\n## Findings\n\n## Title\n\n- item a\n- item b\n\n**Bolded**\n_Italicized_',
  });
  expect(fields.map(field => [field.label, field.text])).toEqual([
    ['Editing', 'Name, description, findings, subject and assignee can be changed'],
    ['Subject', 'subject@example.com'],
    ['Subject id', '945056771151950748'],
    ['Assignee', 'assignee@example.com'],
    ['Assignee id', '942564422882759874'],
    ['Last modified by', 'admin@example.com'],
    ['Last modified by id', '942564422882759874'],
    ['Archival', '2023-07-18T00:00:00Z'],
  ]);
});

test.each([
  ['OPEN', 'open'],
  ['CLOSED', 'closed'],
  ['ARCHIVED', 'archived'],
  ['ESCALATED', 'other'],
  [null, 'other'],
])('status %s is %s', (raw, value) => {
  expect(row({ status: raw }).status).toEqual({ value, raw: raw ?? '' });
});

test('a closed case was closed at its last change; an archived one at an unknown time', () => {
  const updatedAt = '2026-11-01T10:00:00.123456Z';
  expect(row({ status: 'CLOSED', updatedAt }).closedAt).toBe(Date.parse('2026-11-01T10:00:00.123Z'));
  expect(row({ status: 'ARCHIVED', updatedAt }).closedAt).toBeNull();
});

test('nulls, wrong types, missing and unknown fields keep the row', () => {
  const odd = v.parse(wireCase, {
    number: '9007199254740993',
    name: null,
    status: 4,
    createdAt: 'yesterday',
    assignee: { id: 1 },
    news: [],
  });
  expect(toRow(home, odd)).toMatchObject({
    id: '9007199254740993',
    title: 'Case 9007199254740993',
    status: { value: 'other', raw: '' },
    assignee: null,
    createdAt: null,
  });
  expect(v.safeParse(wireCase, { name: 'no number' }).success).toBe(false);
});

test('somebody without a name is called by the id', () => {
  expect(row({ assignee: '421380797518239242' }).assignee).toEqual({
    id: '421380797518239242',
    name: '421380797518239242',
  });
});

test('a description alone stays plain text, and neither is none', () => {
  expect(toDescription('*as typed*', null)).toEqual({ format: 'text', text: '*as typed*' });
  expect(toDescription(null, '')).toBeNull();
  expect(toDescription(null, 'f')).toEqual({ format: 'markdown', text: '## Findings\n\nf' });
});

test('a description above findings stays literal: no mark, no link, no list', () => {
  const text = toDescription('# no heading\n1. [x](y) <b>\n    no code', 'f')?.text;
  expect(text).toBe('\\# no heading\\\n1\\. \\[x\\]\\(y\\) \\<b\\>\\\nno code\n\n## Findings\n\nf');
});
