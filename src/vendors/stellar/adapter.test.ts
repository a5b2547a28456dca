import { describe, expect, it } from 'vitest';
import { tenants } from '#mocks/cast.ts';
import { stellarCredentials } from '#mocks/vendors/stellar/access.ts';
import { createChain, heldAfter, signal } from './test-kit/create-chain.ts';

const { username, scopedKey } = stellarCredentials;
const outside = tenants.find(tenant => tenant.key === 'brennmoen')?.hex ?? '';
const signIns = (sent: readonly Request[]) => sent.filter(request => request.url.endsWith('/access_token'));

describe('signing in', () => {
  it('exchanges the refresh token once for many calls', async () => {
    const chain = createChain({ size: 1200 });
    await chain.pull();
    expect(signIns(chain.sent)).toHaveLength(1);
    expect(signIns(chain.sent)[0]?.headers.get('authorization')).toMatch(/^Basic /);
    const calls = chain.sent.filter(request => request.method === 'GET');
    expect(
      calls.every(request => /^Bearer \S+\.\S+\.\S+$/.test(request.headers.get('authorization') ?? '')),
    ).toBe(true);
  });

  it('exchanges a scoped key without a user name', async () => {
    const chain = createChain({ settings: { username: '' }, secrets: { apiKey: scopedKey } });
    const pages = await chain.pull();
    expect(heldAfter(pages).size).toBeGreaterThan(10);
    expect(signIns(chain.sent)[0]?.headers.get('authorization')).toBe(`Bearer ${scopedKey}`);
  });

  it('gets a new token before the old one dies, and once when the vendor calls it dead', async () => {
    const chain = createChain();
    const first = await chain.pull();
    chain.clock.now += 9.5 * 60_000;
    await chain.pull(first.at(-1)?.watermark);
    expect(signIns(chain.sent)).toHaveLength(2);

    let isRefused = true;
    const other = createChain({
      intercept: request => {
        if (!isRefused || request.method !== 'GET') return null;
        isRefused = false;
        return new Response('token expired', { status: 401 });
      },
    });
    expect(heldAfter(await other.pull()).size).toBe(60);
    expect(signIns(other.sent)).toHaveLength(2);
  });

  it('says so when the key is refused, and does not try it again', async () => {
    const chain = createChain({ secrets: { apiKey: 'wrong' } });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await expect(chain.pull()).rejects.toMatchObject({
        code: 'unauthorized',
        reason: 'credential-refused',
        retryable: false,
      });
    }
    expect(signIns(chain.sent)).toHaveLength(1);
  });
});

describe('reading one case', () => {
  it('gives its fields and its place in the console', async () => {
    const chain = createChain();
    const story = chain.simulator.state.byCreated.find(({ record }) =>
      record.name.startsWith('Kerberoasting'),
    );
    if (story === undefined) throw new Error('no story');
    const detail = await chain.adapter.get(story.record._id, signal);
    expect(detail.row).toMatchObject({
      connectionId: 'stellar',
      number: `#${story.record.ticket_id}`,
      status: { value: 'new', raw: 'New' },
      severity: { value: 'critical', raw: 'Critical' },
      tenant: 'Vidar Logistics',
      alertCount: 14,
    });
    expect(detail.description?.text).toContain('38 service tickets');
    expect(detail.consoleUrl).toBe(`https://stellar.test/cases/case-detail/${story.record._id}`);
  });

  it('shows a case whose summary cannot be read', async () => {
    const chain = createChain({
      intercept: request =>
        request.url.includes('/summary') ? Response.json({ error: 'x' }, { status: 422 }) : null,
    });
    const id = chain.simulator.state.byCreated[0]?.record._id ?? '';
    const detail = await chain.adapter.get(id, signal);
    expect(detail.row.id).toBe(id);
  });

  it('knows a case that is not there from one that may not be seen', async () => {
    const chain = createChain();
    await expect(chain.adapter.get('655459dba3149258cd73014b', signal)).rejects.toMatchObject({
      code: 'not-found',
      status: 404,
    });
    const scoped = createChain({ settings: { username: '' }, secrets: { apiKey: scopedKey } });
    const id = scoped.simulator.state.byCreated.find(({ record }) => record.cust_id === outside)?.record._id;
    await expect(scoped.adapter.get(id ?? '', signal)).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'tenant-mismatch',
    });
    const one = createChain({ settings: { tenantId: tenants[1]?.hex ?? '' } });
    await expect(one.adapter.get(id ?? '', signal)).rejects.toMatchObject({ reason: 'tenant-mismatch' });
  });

  it('says that an answer is not a case', async () => {
    const chain = createChain({
      intercept: request => (request.url.includes('/cases/') ? Response.json({ data: [] }) : null),
    });
    await expect(chain.adapter.get('655459dba3149258cd73014b', signal)).rejects.toMatchObject({
      code: 'unreadable',
    });
  });
});

describe('whose key it is', () => {
  it('is found among the users, or is the user name itself', async () => {
    expect(await createChain().adapter.whoAmI(signal)).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      name: 'Mari Dahl',
    });
    const chain = createChain({
      intercept: request =>
        request.url.endsWith('/users') ? Response.json({ error: 'x' }, { status: 403 }) : null,
    });
    expect(await chain.adapter.whoAmI(signal)).toEqual({ id: username, name: username });
    const scoped = createChain({ settings: { username: '' }, secrets: { apiKey: scopedKey } });
    expect(await scoped.adapter.whoAmI(signal)).toBeNull();
  });
});

describe('testing a connection', () => {
  const states = async (chain: ReturnType<typeof createChain>) => {
    const report = await chain.adapter.check(signal);
    return report.steps.map(step => `${step.label}: ${step.state}${step.reason ? ` ${step.reason}` : ''}`);
  };

  it('passes and says what it found', async () => {
    const report = await createChain({ size: 1200 }).adapter.check(signal);
    expect(report.isPassed).toBe(true);
    expect(report.steps.map(step => step.detail).filter(Boolean)).toEqual([
      `Signed in as ${username}.`,
      '1,200 cases.',
    ]);
  });

  it('tells a refused credential from a right that is missing', async () => {
    expect(await states(createChain({ secrets: { apiKey: 'wrong' } }))).toEqual([
      'Address answers: passed',
      'Certificate trusted: passed',
      'Stellar Cyber API answers: passed',
      'User name and refresh token accepted: failed credential-refused',
      'May read cases: not-tried',
    ]);
    for (const hasTextErrors of [false, true]) {
      const scoped = createChain({
        settings: { username: '', tenantId: outside },
        secrets: { apiKey: scopedKey },
        quirks: { hasTextErrors },
      });
      expect((await states(scoped)).slice(3)).toEqual([
        'Scoped key accepted: passed',
        `May read cases: failed ${hasTextErrors ? 'not-allowed' : 'tenant-mismatch'}`,
        'Tenant is kept to: not-tried',
      ]);
    }
  });

  it('knows a login page, a redirect, a wrong path and a server that is down', async () => {
    const html = () => new Response('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } });
    const answers: [() => Response, string][] = [
      [html, 'Stellar Cyber API answers: failed'],
      [
        () => new Response(null, { status: 302, headers: { location: '/login' } }),
        'Stellar Cyber API answers: failed',
      ],
      [() => Response.json({ error: 'x' }, { status: 404 }), 'Stellar Cyber API answers: failed'],
      [() => Response.json({ error: 'x' }, { status: 502 }), 'Address answers: failed'],
    ];
    for (const [answer, expected] of answers) {
      const chain = createChain({ intercept: request => (request.method === 'GET' ? answer() : null) });
      const failed = (await states(chain)).find(step => step.includes('failed'));
      expect(failed).toContain(expected);
    }
  });

  it('says whether the server keeps to the tenant', async () => {
    const tenantId = tenants[1]?.hex ?? '';
    const last = async (tenantParameters: readonly string[]) => {
      const chain = createChain({ size: 300, settings: { tenantId }, quirks: { tenantParameters } });
      return (await chain.adapter.check(signal)).steps.at(-1)?.detail;
    };
    expect(await last(['cust_id'])).toBe(`Only cases of tenant ${tenantId} came.`);
    expect(await last(['tenant_id'])).toContain('asked for by tenant_id');
    expect(await last([])).toContain('left out here');
  });
});

describe('what the gateway lets through', () => {
  it('refuses a list without both bounds, a deep skip and a value in the wrong case', async () => {
    const chain = createChain();
    const bounds = 'FROM~created_at=1&TO~created_at=2';
    const ask = async (query: string) => {
      const url = `http://127.0.0.1/api/c/stellar/connect/api/v1/cases?${query}`;
      return (await chain.gateway.fetch(new Request(url))).status;
    };
    expect(await ask(bounds)).toBe(200);
    const refused = [
      'limit=1',
      'FROM~created_at=1',
      `${bounds}&skip=1001`,
      `${bounds}&limit=501`,
      `${bounds}&status=new`,
    ];
    for (const query of refused) expect(await ask(query), query).toBe(400);
    expect(chain.listed()).toHaveLength(1);
  });
});
