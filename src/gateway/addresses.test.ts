import type { LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection } from '#domain/connection.ts';
import { GatewayProblem } from './gateway-problem.ts';
import { createAddressJudge } from './judge-address.ts';
import { createNodeSend } from './node-send.ts';
import { type FakeVendor, startVendor } from './test-kit/start-vendor.ts';

describe('addresses that a name may not lead to', () => {
  test.each([
    '127.0.0.1',
    '127.8.8.8',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '0.0.0.0',
    '::',
    '169.254.169.254',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    'fe80::1',
    'fd00:ec2::254',
    '100.100.100.200',
    '168.63.129.16',
    '224.0.0.1',
    'ff02::1',
    '255.255.255.255',
    '240.0.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b::808:808',
    '2002:a9fe:a9fe::1',
    '2001:0:a9fe:a9fe::1',
    '100::1',
    'not an address',
    '',
  ])('%s', address => {
    expect(createAddressJudge(true)(address, 'plum.example')).toBe(false);
  });

  test.each([
    ['192.168.1.5', true, false],
    ['10.0.0.1', true, false],
    ['172.16.0.1', true, false],
    ['100.64.0.1', true, false],
    ['fd12:3456::1', true, false],
    ['::ffff:10.0.0.1', true, false],
    ['93.184.216.34', true, true],
    ['2606:4700::1111', true, true],
  ])('%s: self-hosted %s, a cloud %s', (address, selfHosted, cloud) => {
    expect(createAddressJudge(true)(address, 'plum.example')).toBe(selfHosted);
    expect(createAddressJudge(false)(address, 'plum.example')).toBe(cloud);
  });

  test.each([
    ['localhost', '127.0.0.1', true],
    ['localhost', '::1', true],
    ['iris.localhost', '127.0.0.1', true],
    ['::1', '::1', true],
    ['localhost', '192.168.1.5', false],
    ['localhost', '93.184.216.34', false],
    ['localhost.example', '127.0.0.1', false],
  ])('%s leads to %s: %s', (hostname, address, isAllowed) => {
    expect(createAddressJudge(true)(address, hostname)).toBe(isAllowed);
  });
});

describe('a socket goes only where the address was judged', () => {
  let vendor: FakeVendor;
  beforeAll(async () => {
    vendor = await startVendor();
  });
  afterAll(() => vendor.close());

  const connection: Connection = {
    id: 'plum-1',
    vendor: 'plum',
    name: 'Plum',
    settings: {},
    keep: 'all',
    secrets: {},
    source: 'screen',
  };

  /** A name server that says what it is told, one answer after the other. */
  function createLookup(answers: readonly string[][]): LookupFunction {
    let asked = 0;
    return (_hostname, options, callback) => {
      const found = answers[Math.min(asked, answers.length - 1)] ?? [];
      asked += 1;
      const all = found.map(address => ({ address, family: address.includes(':') ? 6 : 4 }));
      if (options.all === true) callback(null, all);
      else callback(null, all[0]?.address ?? '', all[0]?.family);
    };
  }

  async function codeOf(origin: string, lookup?: LookupFunction): Promise<string> {
    const node = createNodeSend({ connectTimeoutMs: 200, ...(lookup === undefined ? {} : { lookup }) });
    try {
      const hop = { connection, isPrivateAllowed: true, maxResponseBytes: 1000 };
      await node.send(new Request(`${origin}/v1/cases`), hop);
      return 'ok';
    } catch (error) {
      return error instanceof GatewayProblem ? error.problem.code : String(error);
    } finally {
      await node.close();
    }
  }

  test.each([
    'http://127.0.0.1.nip.io',
    'http://plum.example',
    'http://0.0.0.0',
    'http://[::ffff:127.0.0.1]',
    'http://[::ffff:7f00:1]',
    'http://0',
  ])('%s, which leads to this machine', async origin => {
    vendor.seen.length = 0;
    expect(await codeOf(`${origin}:${vendor.port}`, createLookup([['127.0.0.1']]))).toBe('address-refused');
    expect(vendor.seen).toEqual([]);
  });

  test.each([
    'http://169.254.169.254',
    'http://[fe80::1]',
    'https://[::ffff:a9fe:a9fe]',
    'https://224.0.0.1',
  ])('%s', async origin => {
    expect(await codeOf(origin)).toBe('address-refused');
  });

  test('a name that first leads elsewhere and then here is refused at the second socket', async () => {
    vendor.seen.length = 0;
    const lookup = createLookup([['192.0.2.1'], ['127.0.0.1']]);
    expect(await codeOf(`http://rebind.example:${vendor.port}`, lookup)).toBe('address-refused');
    expect(await codeOf(`http://rebind.example:${vendor.port}`, lookup)).toBe('address-refused');
    expect(vendor.seen).toEqual([]);
  });

  test('localhost is this machine, and nothing else', async () => {
    expect(await codeOf(`http://localhost:${vendor.port}`, createLookup([['127.0.0.1', '10.0.0.1']]))).toBe(
      'ok',
    );
    expect(await codeOf(`http://localhost:${vendor.port}`, createLookup([['10.0.0.1']]))).toBe(
      'address-refused',
    );
  });
});
