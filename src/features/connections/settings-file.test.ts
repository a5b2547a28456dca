import { describe, expect, it } from 'vitest';
import { readSettingsFile, writeSettingsFile } from './settings-file.ts';
import { connectionOf, vendors } from './test-vendors.ts';

const read = (content: unknown, held = [connectionOf()]) =>
  readSettingsFile(typeof content === 'string' ? content : JSON.stringify(content), 'my.json', vendors, held);

function planOf(content: unknown) {
  const reading = read(content);
  if (!('plan' in reading)) throw new Error(reading.problem);
  return reading.plan;
}

const entry = (part: object = {}) => ({
  id: 'iris-bodo',
  vendor: 'iris',
  name: 'IRIS Bodø',
  settings: { origin: 'https://iris.bodo.internal' },
  ...part,
});

describe('settings as a file', () => {
  it('come back as they went out, without secrets', () => {
    const connection = connectionOf({ id: 'other', keep: 'all' });
    const text = writeSettingsFile([connection]);
    expect(text).not.toMatch(/secret|source/);
    const { adds, leftOut } = planOf(text);
    expect(leftOut).toEqual([]);
    const { id, vendor, name, settings, keep } = connection;
    expect(adds).toEqual([{ id, vendor, name, settings, keep, secrets: {} }]);
  });

  it('keep the usual where the file says nothing of it', () => {
    expect(planOf({ connections: [entry()] }).adds[0]?.keep).toEqual({ closedDays: 90 });
  });

  it.each([
    ['{"connections": [', 'my.json is not JSON. Nothing was changed.'],
    ['[]', 'it has no list called “connections”. Nothing was changed.'],
    ['null', 'it has no list called “connections”. Nothing was changed.'],
    [' '.repeat(1_000_001), 'my.json is too large for a settings file. Nothing was changed.'],
  ])('that are none are refused in one sentence (%#)', (text, sentence) => {
    const reading = read(text);
    expect('problem' in reading ? reading.problem : '').toContain(sentence);
  });

  it('leave out, by name, what is here already, twice in the file, or of no known vendor', () => {
    const { adds, leftOut } = planOf({
      connections: [
        entry({ id: 'iris-oslo', name: 'Another Oslo' }),
        entry(),
        entry({ name: 'Again' }),
        entry({ id: 'siem', name: 'SIEM', vendor: 'siem' }),
      ],
    });
    expect(adds.map(({ name }) => name)).toEqual(['IRIS Bodø']);
    expect(leftOut).toEqual([
      { name: 'Another Oslo', problem: 'The id iris-oslo is taken by “IRIS Oslo”, which stays as it is.' },
      { name: 'Again', problem: 'The id iris-bodo is taken by “IRIS Bodø”, which stays as it is.' },
      { name: 'SIEM', problem: 'There is no vendor called siem.' },
    ]);
  });

  it('leave out what could not be a connection, and say which key it is', () => {
    const { adds, leftOut } = planOf({
      connections: [
        entry({ settings: { origin: 'http://iris.example.com' } }),
        entry({ settings: { origin: 'https://a.example', colour: 'red' } }),
        entry({ id: 'Not An Id' }),
        entry({ keep: { closedDays: -1 } }),
        entry({ nmae: 'x' }),
        7,
      ],
    });
    expect(adds).toEqual([]);
    expect(leftOut.map(({ problem }) => problem)).toEqual([
      'origin: The address must begin with https://.',
      'colour: DFIR-IRIS has no setting called colour.',
      'connections[2].id is not as it must be.',
      'connections[3].keep.closedDays is not as it must be.',
      'connections[4].nmae is not as it must be.',
      'connections[5] is not as it must be.',
    ]);
  });

  it('never take a secret in, and say so', () => {
    const plan = planOf({ connections: [entry({ secrets: { apiKey: 'in plain text' } })] });
    expect(plan.hasSecrets).toBe(true);
    expect(JSON.stringify(plan.adds)).not.toContain('plain');
  });
});
