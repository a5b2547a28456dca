import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import olderRelease from './fixtures/case-of-older-release.json';
import caseSummary from './fixtures/case-summary.json';
import casesList from './fixtures/cases-list.json';
import { toDetail, toRow } from './mapping.ts';
import { readCases, wireCase, wireCasePage, wireSummary } from './wire.ts';

const row = (value: unknown) => toRow(v.parse(wireCase, value), 'stellar');
const sample = casesList.data.cases[0];

describe("the vendor's own sample", () => {
  it('becomes a row', () => {
    const { data } = v.parse(wireCasePage, casesList);
    expect(data.total).toBe(139_380);
    expect(readCases(data.cases).map(wire => toRow(wire, 'stellar'))).toEqual([
      {
        connectionId: 'stellar',
        id: '655459dba3149258cd73014b',
        number: '#1667',
        kind: 'case',
        title: 'Cynet: Data Encrypted for Impact and 133 others',
        status: { value: 'in-progress', raw: 'In Progress' },
        severity: { value: 'critical', raw: 'Critical' },
        assignee: { id: 'e7fd8d407209477091862d3052bdcef8', name: '0-root_user@123.com' },
        tenant: 'Rui',
        tags: [],
        createdAt: 1_700_026_843_539,
        updatedAt: 1_700_102_370_220,
        closedAt: null,
        dueAt: null,
        expiresAt: null,
        alertCount: 134,
      },
    ]);
  });

  it('of an older release says priority, and has neither tenant nor assignee', () => {
    expect(row(olderRelease.data)).toMatchObject({
      status: { value: 'resolved', raw: 'Resolved' },
      severity: { value: 'high', raw: 'High' },
      assignee: null,
      tenant: '6aeb2aae7d8d4ef0820136f42d107db4',
      closedAt: null,
    });
  });

  it('becomes a page with the summary as its text', () => {
    const wire = v.parse(wireCase, sample);
    const known = toRow(wire, 'stellar');
    if (known === null) throw new Error('no row');
    const summary = v.parse(wireSummary, caseSummary).data;
    const detail = toDetail({ wire, row: known, summary, origin: 'https://soc.example.com' });
    expect(detail.description).toEqual({ format: 'text', text: caseSummary.data });
    expect(detail.consoleUrl).toBe('https://soc.example.com/cases/case-detail/655459dba3149258cd73014b');
    expect(detail.fields).toContainEqual({
      label: 'Acknowledged',
      text: '2023-11-16T02:39:24.585Z',
      kind: 'instant',
      at: 1_700_102_364_585,
    });
    expect(detail.fields.map(field => field.label)).not.toContain('Resolution');
    const local = toDetail({ wire, row: known, summary, origin: 'http://127.0.0.1:9000' });
    expect(local.consoleUrl).toBeNull();
  });
});

describe('status', () => {
  it.each([
    ['New', 'new'],
    ['Escalated', 'in-progress'],
    ['In Progress', 'in-progress'],
    ['Resolved', 'resolved'],
    ['Cancelled', 'cancelled'],
    ['Canceled', 'cancelled'],
  ])('%s is %s', (raw, value) => {
    expect(row({ ...sample, status: raw })?.status).toEqual({ value, raw });
  });

  it('of a word that is not known stays on screen, done or not by the closed field', () => {
    expect(row({ ...sample, status: 'Parked' })?.status).toEqual({ value: 'other', raw: 'Parked' });
    expect(row({ ...sample, status: 'Parked', closed: 1 })?.status).toEqual({
      value: 'closed',
      raw: 'Parked',
    });
  });
});

describe('closed', () => {
  it.each([
    ['an instant', 1_700_200_000_000, 1_700_200_000_000],
    ['a flag, which tells no time', 1, null],
    ['0 although resolved', 0, null],
    ['absent', undefined, null],
    ['a number in text', '1700200000000', 1_700_200_000_000],
  ])('as %s', (_, closed, closedAt) => {
    expect(row({ ...sample, status: 'Resolved', closed })?.closedAt).toBe(closedAt);
  });

  it('means nothing on a case that was reopened', () => {
    expect(row({ ...sample, status: 'In Progress', closed: 1_700_200_000_000 })?.closedAt).toBeNull();
  });
});

describe('severity', () => {
  it.each([
    [{ severity: 'Low' }, 'low', 'Low'],
    [{ severity: undefined, priority: 'Medium' }, 'medium', 'Medium'],
    [{ severity: 'Catastrophic' }, 'unknown', 'Catastrophic'],
    [{ severity: '', score: 91.8 }, 'critical', ''],
    [{ severity: '', score: 50 }, 'high', ''],
    [{ severity: '', score: 25 }, 'medium', ''],
    [{ severity: '', score: 3 }, 'low', ''],
    [{ severity: '', score: null }, 'unknown', ''],
  ])('of %j', (fields, value, raw) => {
    expect(row({ ...sample, ...fields })?.severity).toEqual({ value, raw });
  });
});

describe('a row is never dropped', () => {
  const surprises = [undefined, null, 0, -1, 1e300, true, '', 'x', [], [null], {}, { a: 1 }];

  it.each(Object.keys(sample ?? {}))('whatever %s holds', key => {
    for (const surprise of surprises) {
      const [wire] = readCases([{ ...sample, [key]: surprise, extra: surprise }]);
      if (wire === undefined) throw new Error(`dropped for ${key}`);
      const mapped = toRow(wire, 'stellar');
      expect(mapped?.id).toBeTruthy();
      expect(mapped?.title).toBeTruthy();
      if (mapped === null) continue;
      const input = { wire, row: mapped, summary: '', origin: 'https://soc.example.com' };
      expect(toDetail(input).row).toBe(mapped);
    }
  });

  it('unless it cannot be called anything at all', () => {
    expect(row({ name: 'x' })).toBeNull();
    expect(readCases([null, 7, 'x', sample])).toHaveLength(1);
  });

  it('for seconds and ISO text where milliseconds are usual', () => {
    expect(row({ ...sample, created_at: 1_700_026_843 })?.createdAt).toBe(1_700_026_843_000);
    expect(row({ ...sample, created_at: '2023-11-15T05:40:43.539Z' })?.createdAt).toBe(1_700_026_843_539);
  });
});
