import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chooseVault } from './choose-vault.ts';
import { openFileVault } from './file-vault.ts';
import { createNodeStore } from './node-store.ts';
import { createScreenConnections } from './screen-connections.ts';
import { createSalt, deriveSecretsKey, openSecrets, type SecretsKey, sealSecrets } from './sealed-secrets.ts';
import { createMemoryVault } from './secret-vault.ts';
import { createTestFolder } from './test-kit/start-casefold.ts';

const passphrase = 'correct horse battery';
const secret = { value: 'canary-secret', boundTo: 'https://plum.example' };
let folder: string;
let key: SecretsKey;

beforeAll(async () => {
  key = await deriveSecretsKey(passphrase, createSalt());
});
beforeEach(async () => {
  folder = await createTestFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('sealed secrets', () => {
  const seal = () => sealSecrets(new Map([['plum-1/apiKey', secret]]), key);

  test('open with their key and show nothing without it', async () => {
    const sealed = seal();
    expect(openSecrets(sealed, key.key)).toEqual(new Map([['plum-1/apiKey', secret]]));
    expect(sealed.toString('latin1')).not.toMatch(/canary|plum|apiKey/);
    expect(seal().equals(sealed)).toBe(false);
    const other = await deriveSecretsKey('another passphrase', key.salt);
    expect(openSecrets(sealed, other.key)).toBeNull();
  });

  test('do not open when any byte was changed, added or cut', () => {
    const sealed = seal();
    const opened: string[] = [];
    for (let at = 0; at < sealed.length; at += 1) {
      for (const mask of [0x01, 0x20, 0x80]) {
        const changed = Buffer.from(sealed);
        changed.writeUInt8(changed.readUInt8(at) ^ mask, at);
        if (openSecrets(changed, key.key) !== null) opened.push(`byte ${at}`);
      }
      if (openSecrets(sealed.subarray(0, at), key.key) !== null) opened.push(`cut at ${at}`);
    }
    if (openSecrets(Buffer.concat([sealed, Buffer.from([0])]), key.key) !== null) opened.push('one more');
    expect(opened).toEqual([]);
  });
});

describe('the file of secrets', () => {
  test('keeps them over a restart, for its owner alone', async () => {
    const file = join(folder, 'home', 'secrets');
    const vault = await openFileVault(file, passphrase);
    await Promise.all([
      vault.set('a/apiKey', secret),
      vault.set('b/apiKey', secret),
      vault.set('c/apiKey', secret),
      vault.remove('b/apiKey'),
    ]);
    await vault.remove('b/apiKey');
    const again = await openFileVault(file, passphrase);
    expect(await again.get('a/apiKey')).toEqual(secret);
    expect(await again.get('b/apiKey')).toBeNull();
    expect(await again.get('c/apiKey')).toEqual(secret);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'home'))).mode & 0o777).toBe(0o700);
    expect(await readdir(join(folder, 'home'))).toEqual(['secrets']);
    await expect(openFileVault(file, 'wrong passphrase')).rejects.toThrow(
      /does not open with this passphrase/,
    );
  });

  test('is refused when others may read it, when it is a link, and when it is something else', async () => {
    const file = join(folder, 'secrets');
    await writeFile(file, 'something else', { mode: 0o600 });
    await expect(openFileVault(file, passphrase)).rejects.toThrow(/was changed/);
    await chmod(file, 0o644);
    await expect(openFileVault(file, passphrase)).rejects.toThrow(/may be read by others: run chmod 600/);
    const link = join(folder, 'link');
    await symlink(file, link);
    await expect(openFileVault(link, passphrase)).rejects.toThrow(/must be a plain file/);
  });
});

describe('where secrets go', () => {
  test('memory, with a sentence that says so, where nothing else is wanted or works', async () => {
    const vault = await chooseVault(folder, { CASEFOLD_SECRETS: 'memory' });
    expect(vault.info).toEqual({
      kind: 'memory',
      notice: 'Secrets added here are kept until Casefold stops.',
    });
  });

  test('the encrypted file where there is a passphrase', async () => {
    const vault = await chooseVault(folder, { CASEFOLD_SECRETS: 'file', CASEFOLD_PASSPHRASE: passphrase });
    expect(vault.info).toEqual({ kind: 'file' });
  });

  test.each([
    [{ CASEFOLD_SECRETS: 'file', CASEFOLD_PASSPHRASE: 'short' }, /at least 12 characters/],
    [{ CASEFOLD_SECRETS: 'file' }, /set CASEFOLD_PASSPHRASE/],
    [{ CASEFOLD_SECRETS: 'cloud' }, /set it to keyring, file or memory/],
  ])('%o is refused', async (environment, sentence) => {
    await expect(chooseVault(folder, environment)).rejects.toThrow(sentence);
  });
});

describe('connections added on screen', () => {
  const record = {
    id: 'plum-1',
    vendor: 'plum',
    name: 'Plum',
    settings: { origin: 'https://plum.example' },
    keep: 'all',
    source: 'screen',
  } as const;

  async function createStore(vault = createMemoryVault('')) {
    return createNodeStore({
      declared: [],
      vault,
      screen: createScreenConnections(folder),
      secretNames: () => ['apiKey'],
    });
  }

  test('outlive a restart without their secrets in the settings file', async () => {
    const vault = createMemoryVault('');
    await (await createStore(vault)).save(record, { apiKey: 'canary-secret' }, 'https://plum.example');
    const store = await createStore(vault);
    expect(await store.list()).toEqual([{ ...record, secrets: { apiKey: true } }]);
    expect(await store.secret('plum-1', 'apiKey', 'https://plum.example')).toBe('canary-secret');
    const text = await readFile(join(folder, 'connections.json'), 'utf8');
    expect(text).not.toContain('canary');
    expect((await stat(join(folder, 'connections.json'))).mode & 0o777).toBe(0o600);

    await store.remove('plum-1');
    expect(await (await createStore(vault)).list()).toEqual([]);
    expect(await vault.get('plum-1/apiKey')).toBeNull();
  });

  test('give no secret to an address it was not kept for, even when the settings file was changed', async () => {
    const vault = createMemoryVault('');
    await (await createStore(vault)).save(record, { apiKey: 'canary-secret' }, 'https://plum.example');
    const file = join(folder, 'connections.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('plum.example', 'evil.example'));
    const store = await createStore(vault);
    expect((await store.get('plum-1'))?.settings).toEqual({ origin: 'https://evil.example' });
    expect(await store.secret('plum-1', 'apiKey', 'https://evil.example')).toBeNull();
  });

  test.each([
    ['damaged', '{"version":1,'],
    ['of another version', '{"version":2,"connections":[]}'],
    [
      'with a source of its own',
      JSON.stringify({ version: 1, connections: [{ ...record, source: 'file' }] }),
    ],
  ])('are refused with a remedy when their file is %s', async (_, text) => {
    await writeFile(join(folder, 'connections.json'), text, { mode: 0o600 });
    await expect(createStore()).rejects.toThrow(
      /connections\.json is not a settings file of this version: move it away/,
    );
  });

  test('are unharmed when the disk refuses a change, and the problem says so', async () => {
    const store = await createStore();
    await store.save(record, {}, 'https://plum.example');
    await rm(join(folder, 'connections.json'));
    await mkdir(join(folder, 'connections.json'));
    await expect(store.save({ ...record, name: 'Changed' }, {}, '')).rejects.toMatchObject({
      problem: { code: 'store-failed' },
    });
    expect((await store.get('plum-1'))?.name).toBe('Plum');
    expect(await readdir(folder)).toEqual(['connections.json']);
  });
});
