import { expect, test } from 'vitest';
import { createChain, signal } from '../test-kit/create-chain.ts';
import { findCase } from '../test-kit/find-case.ts';
import { readObservableGroups } from './observable-groups.ts';

const found = (kinds: Record<string, unknown>) =>
  readObservableGroups(kinds).flatMap(({ found }) =>
    found.map(({ observable, details }) =>
      [observable.type, observable.value, observable.raw, details].join(' | '),
    ),
  );

test("observables stand by kind, each with the vendor's own word for it", async () => {
  const chain = createChain();
  const page = await chain.adapter.section('observables', findCase(chain, 'Impossible travel'), null, signal);
  expect(page.blocks.map(block => block.kind === 'table' && block.title)).toEqual([
    'Users',
    'External hosts',
    'URLs',
  ]);
  expect(page.observables).toEqual([
    { type: 'user', value: 't.haugen', raw: 'users' },
    { type: 'ipv4', value: '185.220.101.34', raw: 'external_hosts' },
    { type: 'domain', value: 'login-vidar.app', raw: 'urls' },
  ]);
  expect(page.count).toBe(3);
});

test('a kind may hold texts, objects of unknown make, lists within objects, or things by name', () => {
  expect(found({ hosts: ['WS-0412', 'WS-0412', ''] })).toEqual(['host | WS-0412 | hosts | ']);
  expect(found({ hosts: { 'asset-1': { hostname: 'WS-0412', risk: 40 } } })).toEqual([
    'host | WS-0412 | hosts | risk 40',
  ]);
  expect(found({ files: [{ name: 'locker.exe', sha256: 'a'.repeat(64) }] })).toEqual([
    `hash | ${'a'.repeat(64)} | files | name locker.exe`,
  ]);
  expect(found({ processes: [{ name: 'vssadmin.exe', pids: [4, 8] }] })).toEqual([
    'other | vssadmin.exe | processes | pids 4, 8',
  ]);
  expect(found({ never_heard: [{ _id: 'x' }], users: [{ email: 'a@b.example' }] })).toEqual([
    'other | x | never_heard | ',
    'mail | a@b.example | users | ',
  ]);
  expect(found({ hosts: null, urls: [null, 7, [['https://a.example/x']]] })).toEqual([
    'url | 7 | urls | ',
    'url | https://a.example/x | urls | ',
  ]);
});

test('an IPv6 address is one, wherever it stands', () => {
  expect(found({ hosts: ['2001:db8::1', 'db-01'] })).toEqual([
    'ipv6 | 2001:db8::1 | hosts | ',
    'host | db-01 | hosts | ',
  ]);
});

test('they are found under `data` too, and an answer without any is said to be none', async () => {
  const answers = [{ data: { observables: { users: ['k.strand'] } } }, { data: [] }];
  const chain = createChain({
    intercept: request => (request.url.includes('/observables') ? Response.json(answers.shift()) : null),
  });
  const id = findCase(chain, 'Kerberoasting');
  expect((await chain.adapter.section('observables', id, null, signal)).count).toBe(1);
  await expect(chain.adapter.section('observables', id, null, signal)).rejects.toMatchObject({
    code: 'unreadable',
  });
});
