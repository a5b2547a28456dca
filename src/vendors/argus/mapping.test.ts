import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { readList, readOne } from './container.ts';
import caseMetadata from './fixtures/case_metadata.json';
import caseTags from './fixtures/case_tags.json';
import currentUser from './fixtures/currentuser.json';
import { toDetail, toPerson, toRow, toTags } from './mapping.ts';
import { wireCase, wireTag, wireUser } from './wire.ts';

function rowOf(fields: Record<string, unknown>) {
  return toRow('argus', v.parse(wireCase, { id: 7, ...fields }), []);
}

describe('the vendor documentation', () => {
  test('a case as documented becomes a row and a page', () => {
    const item = readOne(caseMetadata, wireCase, 'a case');
    const row = toRow('argus', item, []);
    expect(row).toEqual({
      connectionId: 'argus',
      id: '0',
      number: '0',
      kind: 'case',
      title: 'string',
      status: { value: 'pending', raw: 'pendingCustomer' },
      severity: { value: 'low', raw: 'low' },
      assignee: { id: '0', name: 'string' },
      tenant: 'string',
      tags: [],
      createdAt: 0,
      updatedAt: 0,
      closedAt: 0,
      dueAt: null,
      expiresAt: null,
      alertCount: null,
    });
    const detail = toDetail(row, item, 2, '0');
    expect(detail.description).toEqual({ format: 'html', text: 'string' });
    expect(detail.consoleUrl).toBe('https://portal.mnemonic.no/spa/case/view/0');
    expect(detail.row.alertCount).toBe(2);
    expect(detail).not.toHaveProperty('redirectedFrom');
    const shown = Object.fromEntries(detail.fields.map(field => [field.label, field.text]));
    expect(shown).toMatchObject({
      Service: 'string',
      Type: 'securityIncident',
      'Access mode': 'roleBased',
      'My access': 'read, user',
      Workflows: 'validation (requested)',
    });
    expect(detail.row.alertCount).toBe(2);
  });

  test('tags are key/value, without those that were deleted', () => {
    const { items } = readList(caseTags, wireTag, 'tags');
    expect(items).toHaveLength(1);
    expect(toTags(items)).toEqual([]);
    expect(toTags([{ key: 'url', value: 'a/b', flags: [] }])).toEqual(['url/a/b']);
  });

  test('the current user is a person', () => {
    expect(toPerson(readOne(currentUser, wireUser, 'a user'))).toEqual({ id: '0', name: 'string' });
  });
});

describe('status and severity', () => {
  test.each([
    ['pendingSoc', 'open'],
    ['workingSoc', 'in-progress'],
    ['workingCustomer', 'in-progress'],
    ['waitingSoc', 'in-progress'],
    ['waitingCustomer', 'in-progress'],
    ['pendingCustomer', 'pending'],
    ['pendingVendor', 'pending'],
    ['pendingClose', 'pending'],
    ['closed', 'closed'],
    ['pendingRobot', 'other'],
    ['constructor', 'other'],
  ])('%s is %s and keeps its word', (raw, value) => {
    expect(rowOf({ status: raw }).status).toEqual({ value, raw });
  });

  test.each([
    ['critical', 'critical'],
    ['high', 'high'],
    ['medium', 'medium'],
    ['low', 'low'],
    ['urgent', 'unknown'],
  ])('priority %s is %s', (raw, value) => {
    expect(rowOf({ priority: raw }).severity).toEqual({ value, raw });
  });
});

describe('tolerance', () => {
  test('a case with nothing but its id is a row', () => {
    expect(rowOf({})).toMatchObject({
      id: '7',
      title: 'Case 7',
      assignee: null,
      tenant: null,
      updatedAt: null,
    });
  });

  test.each([
    ['nulls', { subject: null, customer: null, assignedTech: null, flags: null, workflows: null }],
    [
      'wrong types',
      { subject: 5, status: {}, customer: 'x', assignedUser: [], flags: 'x', createdTimestamp: 'x' },
    ],
    ['an instant beyond any date', { publishedTimestamp: 9e15, closedTimestamp: 1.5 }],
    ['more fields', { somethingNew: { deep: [] }, status: 'pendingSoc' }],
  ])('%s never drop a row', (_, fields) => {
    const { items } = readList({ responseCode: 200, data: [{ id: 7, ...fields }] }, wireCase, 'cases');
    expect(items.map(item => item.id)).toEqual(['7']);
    const row = rowOf(fields);
    expect(toDetail(row, v.parse(wireCase, { id: 7, ...fields }), null, '7').row.id).toBe('7');
  });

  test('the tech comes before the assigned user; a user without a name is named by what there is', () => {
    const user = { id: 3, userName: 'kari' };
    expect(rowOf({ assignedUser: user }).assignee).toEqual({ id: '3', name: 'kari' });
    expect(rowOf({ assignedUser: user, assignedTech: { id: 4 } }).assignee).toEqual({
      id: '4',
      name: 'User 4',
    });
  });

  test('a due time stands on the row where the case has one', () => {
    expect(rowOf({ techDueTimestamp: 1_690_896_884_659 }).dueAt).toBe(1_690_896_884_659);
  });
});
