import { expect, test } from 'vitest';
import type { Operation } from '#domain/operation.ts';
import * as bodies from './bodies.ts';
import { operations } from './operations.ts';

const all: [string, Operation][] = Object.entries(operations);

async function isTaken(schema: NonNullable<Operation['body']>, value: unknown): Promise<boolean> {
  return (await schema['~standard'].validate(value)).issues === undefined;
}

test('no call can be made without its case', () => {
  for (const [name, operation] of all)
    expect([name, operation.query?.['cid']?.required]).toEqual([name, true]);
});

test('no body may hold `cid`, or any other field that IRIS does not know', async () => {
  const note = { note_title: 'x', note_content: 'x' };
  expect(await isTaken(bodies.noteUpdate, note)).toBe(true);
  expect(await isTaken(bodies.noteUpdate, { ...note, cid: 2 })).toBe(false);
  for (const [name, { body }] of all) {
    if (body !== undefined) expect([name, await isTaken(body, { cid: 2 })]).toEqual([name, false]);
  }
});

test('every POST has JSON, be it empty', () => {
  for (const [name, operation] of all) {
    if (operation.method === 'POST') expect([name, operation.body === undefined]).toEqual([name, false]);
  }
});

test('what does harm beyond its case is not listed', () => {
  const paths = all.map(([, operation]) => operation.path);
  for (const word of ['cases/delete', 'groups/delete', 'users/add', 'access', 'token', 'hooks', '/search']) {
    const found = paths.filter(path => path.includes(word) && path !== '/case/notes/search');
    expect([word, found]).toEqual([word, []]);
  }
});

test('close and reopen are POST; the flag is a GET that is never sent twice', () => {
  expect([operations.closeCase.method, operations.reopenCase.method]).toEqual(['POST', 'POST']);
  expect(operations.flagEvent).toMatchObject({ method: 'GET', class: 'N' });
});

test('comments of events have the path that works', () => {
  expect(operations.addEventComment.path).toContain('/case/timeline/events/');
  expect(operations.addComment.params?.['kind']?.pattern.test('events')).toBe(false);
});

test('a case name goes without its prefix and leaves room for one', async () => {
  expect(await isTaken(bodies.caseUpdate, { case_name: 'Phishing wave' })).toBe(true);
  for (const body of [{}, { case_name: '#3 - Phishing wave' }, { case_name: 'x'.repeat(241) }]) {
    expect(await isTaken(bodies.caseUpdate, body)).toBe(false);
  }
});

test('a note update cannot leave its content out', async () => {
  expect(await isTaken(bodies.noteUpdate, { note_title: 'x' })).toBe(false);
});

test('an event date has a fraction and no zone', async () => {
  const event = {
    event_title: 'RDP',
    event_tz: '+05:30',
    event_category_id: 1,
    event_assets: [],
    event_iocs: [],
  };
  expect(await isTaken(bodies.event, { ...event, event_date: '2026-11-21T11:20:00.000000' })).toBe(true);
  for (const date of ['2026-11-21T11:20:00', '2026-11-21T11:20:00.000Z', '2026-11-21 11:20:00.000']) {
    expect(await isTaken(bodies.event, { ...event, event_date: date })).toBe(false);
  }
});

test('no text holds a NUL, which would break IRIS', async () => {
  expect(await isTaken(bodies.comment, { comment_text: 'a\0b' })).toBe(false);
});
