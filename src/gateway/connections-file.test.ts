import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConnectionsFile } from './connections-file.ts';
import { plum } from './test-kit/plum.ts';
import { createTestFolder } from './test-kit/start-casefold.ts';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await createTestFolder();
  file = join(folder, 'connections.json');
  await writeFile(join(folder, 'key.txt'), 'from-file\n');
  await writeFile(join(folder, 'empty.txt'), '\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const vendors = new Map([['plum', plum]]);
const environment = { PLUM_KEY: ' from-env ', EMPTY: '' };

async function read(content: unknown, mode = 0o600) {
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  await chmod(file, mode);
  return readConnectionsFile(file, vendors, environment);
}

function declare(more: object = {}) {
  return {
    connections: [
      {
        id: 'plum-1',
        vendor: 'plum',
        name: 'Plum',
        settings: { origin: 'https://plum.example' },
        secrets: { apiKey: 'canary-key' },
        ...more,
      },
    ],
  };
}

describe('a secret is', () => {
  test.each([
    ['itself', 'canary-key', 'canary-key'],
    ['in the environment', { env: 'PLUM_KEY' }, 'from-env'],
    ['in a file beside', { file: 'key.txt' }, 'from-file'],
  ])('%s', async (_, declared, value) => {
    const [connection] = await read(declare({ secrets: { apiKey: declared } }));
    expect(await connection?.secret('apiKey')).toBe(value);
    expect(await connection?.secret('password')).toBeNull();
    expect(connection?.record).toEqual({
      id: 'plum-1',
      vendor: 'plum',
      name: 'Plum',
      settings: { origin: 'https://plum.example', login: 'key' },
      keep: { closedDays: 90 },
      source: 'file',
    });
  });

  test('read anew from its file each time', async () => {
    const [connection] = await read(declare({ secrets: { apiKey: { file: 'turning.txt' } } })).catch(
      () => [],
    );
    expect(connection).toBeUndefined();
    await writeFile(join(folder, 'turning.txt'), 'one');
    const [declared] = await read(declare({ secrets: { apiKey: { file: 'turning.txt' } } }));
    await writeFile(join(folder, 'turning.txt'), 'two');
    expect(await declared?.secret('apiKey')).toBe('two');
  });
});

describe('one sentence with the file, the key and the remedy', () => {
  test.each<[string, unknown, RegExp]>([
    [
      'no JSON',
      '{ "connections": [ { "id": "canary" "x" } ] }',
      /is not JSON at line 1, column \d+: correct it/,
    ],
    [
      'no JSON further down',
      '{\n  "connections": [\n    oops canary\n  ]\n}',
      /is not JSON at line 3, column 5/,
    ],
    ['nothing', '', /is not JSON/],
    ['a list', [], /connections is not as it must be/],
    ['no connections', {}, /connections is not as it must be: it is missing/],
    ['an unknown key', { connections: [], canary: 1 }, /canary is not as it must be: it is not a key/],
    [
      'an unknown vendor',
      declare({ vendor: 'pear' }),
      /connections\[0\]\.vendor is not known: use one of plum/,
    ],
    ['no name', declare({ name: undefined }), /connections\.0\.name is not as it must be: it is missing/],
    ['a bad id', declare({ id: 'A b' }), /connections\.0\.id is not as it must be/],
    ['no secret', declare({ secrets: {} }), /connections\[0\]\.secrets\.apiKey is missing: add it/],
    ['no secrets', declare({ secrets: undefined }), /connections\[0\]\.secrets\.apiKey is missing/],
    [
      'an empty secret',
      declare({ secrets: { apiKey: '' } }),
      /connections\.0\.secrets\.apiKey is not as it must be/,
    ],
    [
      'a secret of a wrong name',
      declare({ secrets: { key: 'canary' } }),
      /secrets\.key is not one of apiKey, password/,
    ],
    [
      'a variable not set',
      declare({ secrets: { apiKey: { env: 'NOPE' } } }),
      /apiKey: set the environment variable NOPE/,
    ],
    [
      'an empty variable',
      declare({ secrets: { apiKey: { env: 'EMPTY' } } }),
      /set the environment variable EMPTY/,
    ],
    [
      'a missing secret file',
      declare({ secrets: { apiKey: { file: 'no.txt' } } }),
      /put the secret into .*no\.txt/,
    ],
    ['an empty secret file', declare({ secrets: { apiKey: { file: 'empty.txt' } } }), /put the secret into/],
    [
      'a bad address',
      declare({ settings: { origin: 'http://plum.example' } }),
      /settings\.origin: The address must begin/,
    ],
    [
      'an unknown setting',
      declare({ settings: { origin: 'https://p.example', x: '1' } }),
      /settings\.x: Plum has no such/,
    ],
    [
      'an id used twice',
      { connections: [...declare().connections, ...declare().connections] },
      /\[1\]\.id is used twice/,
    ],
  ])('%s', async (_, content, sentence) => {
    const failed = await read(content).then(
      () => null,
      (error: Error) => error,
    );
    expect(failed?.name).toBe('StartError');
    expect(failed?.message).toMatch(sentence);
    expect(failed?.message.startsWith(file)).toBe(true);
    expect(failed?.message).not.toMatch(/canary-key|oops|\n/);
  });

  test('a missing file', async () => {
    const missing = readConnectionsFile(join(folder, 'nope.json'), vendors, environment);
    await expect(missing).rejects.toThrow(/nope\.json is missing: set CASEFOLD_CONNECTIONS/);
    await expect(readConnectionsFile(folder, vendors, environment)).rejects.toThrow(
      /cannot be read \(EISDIR\)/,
    );
  });

  test.each([0o640, 0o604, 0o666, 0o660])('plain secrets in a file of mode %o', async mode => {
    await expect(read(declare(), mode)).rejects.toThrow(/may be read by others: run chmod 600/);
    const elsewhere = declare({ secrets: { apiKey: { env: 'PLUM_KEY' } } });
    expect(await read(elsewhere, mode)).toHaveLength(1);
  });
});
