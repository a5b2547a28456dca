import { describe, expect, it } from 'vitest';
import type { Block, SectionPage, TableRow } from '#domain/section.ts';
import { tenants } from '#mocks/cast.ts';
import recorded from '../fixtures/alert-search.json' with { type: 'json' };
import { createChain, signal } from '../test-kit/create-chain.ts';
import { findCase } from '../test-kit/find-case.ts';
import { toAlertEntries, toAlertRow } from './alert-row.ts';
import { readAlerts } from './alert-wire.ts';

function rowsOf(blocks: readonly Block[]): readonly TableRow[] {
  return blocks.flatMap(block => (block.kind === 'table' ? block.rows : []));
}

async function readAll(chain: ReturnType<typeof createChain>, id: string): Promise<SectionPage[]> {
  const pages = [await chain.adapter.section('alerts', id, null, signal)];
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next)
    pages.push(await chain.adapter.section('alerts', id, next, signal));
  return pages;
}

const askedFor = (chain: ReturnType<typeof createChain>) =>
  chain.sent.map(({ url }) => new URL(url)).filter(({ pathname }) => pathname.endsWith('/alerts'));

describe('alerts of a case', () => {
  it('come 50 at once until all are here, and not beyond what the case holds', async () => {
    const chain = createChain({ size: 300 });
    const big = chain.simulator.state.byCreated.find(({ record }) => record.size > 52);
    const { _id: id, size } = big?.record ?? { _id: '', size: 0 };
    const pages = await readAll(chain, id);
    expect(pages.map(page => rowsOf(page.blocks).length)).toEqual([50, size - 50]);
    expect(pages[0]?.count).toBe(size);
    expect(new Set(pages.flatMap(page => rowsOf(page.blocks).map(row => row.id))).size).toBe(size);
    expect(askedFor(chain).map(({ search }) => search)).toEqual(['?limit=50&skip=0', '?limit=50&skip=50']);
  });

  it('end at the size of the case where its last page is full', async () => {
    const chain = createChain({ size: 300 });
    const big = chain.simulator.state.byCreated.find(({ record }) => record.size > 52);
    if (big === undefined) throw new Error('no big case');
    big.record.size = 50;
    const pages = await readAll(chain, big.record._id);
    expect(pages).toHaveLength(1);
    expect(askedFor(chain)).toHaveLength(1);
  });

  it('say technique, tactic, stage, score, status, and from where to where', async () => {
    const chain = createChain();
    const [page] = await readAll(chain, findCase(chain, 'Kerberoasting'));
    const [first] = rowsOf(page?.blocks ?? []);
    expect(first?.cells).toMatchObject({
      alert: { text: 'Many service tickets with RC4 asked for by one account' },
      score: { kind: 'number' },
      status: { status: { value: 'new', raw: 'New' } },
      tactic: { text: 'Credential Access', support: 'TA0006' },
      technique: { text: 'Steal or Forge Kerberos Tickets', support: 'T1558' },
      stage: { text: 'Propagation' },
      source: {
        observables: [
          { type: 'ipv4', value: '10.20.4.18', raw: 'srcip' },
          { type: 'host', value: 'WS-0412', raw: 'srcip_host' },
        ],
      },
    });
    expect(page?.entries).toHaveLength(14);
    expect(page?.entries[1]).toMatchObject({
      kind: 'alert',
      subject: 'RDP to a server where the account never logged on',
      severity: 'critical',
      labels: ['T1021'],
      section: 'alerts',
      stamp: { precision: 'millisecond', zone: 'UTC', doubt: null },
    });
    const [entry] = page?.entries ?? [];
    expect(Number(entry?.stamp.original)).toBe(entry?.stamp.at);
    expect(page?.observables).toContainEqual({ type: 'user', value: 'svc-sql-fin', raw: 'srcip_usersid' });
  });

  it('are read from a recorded document, whatever it lacks', () => {
    const [alert] = readAlerts(recorded.hits.hits);
    if (alert === undefined) throw new Error('no alert');
    const row = toAlertRow(alert, 'row', 0);
    expect(row.cells).toMatchObject({
      alert: { text: 'Proofpoint TAP messagesBlocked: Phishing' },
      raised: { stamp: { at: 1710755712000, original: '1710755712000' } },
      score: { value: 10 },
      tactic: { text: 'Initial Access', support: 'TA0001' },
      technique: { text: 'Phishing', support: 'T1566' },
      // The host is the address again.
      source: { observables: [{ type: 'ipv4', value: '131.186.44.94' }] },
      destination: { observables: [] },
    });
    expect(toAlertEntries(alert, 'row')[0]).toMatchObject({
      subject: 'Proofpoint TAP messagesBlocked: Phishing',
    });
  });

  it('stay in the list when they have no name, no time and no id', () => {
    const [alert] = readAlerts([{ _source: null }]);
    if (alert === undefined) throw new Error('no alert');
    expect(toAlertRow(alert, null, 3)).toMatchObject({
      id: 'position-3',
      hasMore: false,
      cells: { alert: { text: 'Alert without a name' } },
    });
    expect(toAlertEntries(alert, 'position-3')).toEqual([]);
  });

  it('are marked when they were raised before what they saw', () => {
    const [alert] = readAlerts([
      { _id: 'a', _source: { alert_time: 1710755712000, timestamp: 1710755713000 } },
    ]);
    if (alert === undefined) throw new Error('no alert');
    const [entry] = toAlertEntries(alert, 'a');
    expect(entry?.notBefore?.at).toBeGreaterThan(entry?.stamp.at ?? 0);
  });
});

describe('one alert, whole', () => {
  it('is found by the search, every value labelled by its path', async () => {
    const chain = createChain();
    const id = findCase(chain, 'Kerberoasting');
    const [page] = await readAll(chain, id);
    const itemId = rowsOf(page?.blocks ?? [])[2]?.id ?? '';
    const { blocks, observables } = await chain.adapter.item('alerts', id, itemId, signal);
    const [document] = blocks;
    const fields = document?.kind === 'fields' ? document.fields : [];
    expect(fields).toContainEqual({ label: 'xdr_event.tactic.id', text: 'TA0006', kind: 'text' });
    expect(fields.find(({ label }) => label === 'write_time')?.kind).toBe('instant');
    expect(observables.length).toBeGreaterThan(0);
    expect(chain.sent.at(-1)?.url).toContain('/_search?q=_id%3A');
  });

  it('is looked for in the case by a key that may not search', async () => {
    const chain = createChain({
      intercept: request =>
        request.url.includes('/_search') ? Response.json({ error: 'Forbidden' }, { status: 403 }) : null,
    });
    const id = findCase(chain, 'Kerberoasting');
    const [page] = await readAll(chain, id);
    const itemId = rowsOf(page?.blocks ?? [])[13]?.id ?? '';
    const { blocks } = await chain.adapter.item('alerts', id, itemId, signal);
    expect(blocks[0]?.key).toBe('document');
    await expect(chain.adapter.item('alerts', id, 'index/gone', signal)).rejects.toMatchObject({
      code: 'not-found',
      reason: 'no-such-alert',
    });
  });

  it('and every section of a case of another tenant is refused', async () => {
    const chain = createChain({ settings: { tenantId: tenants[0]?.hex ?? '' } });
    const id = findCase(chain, 'Kerberoasting');
    for (const section of ['summary', 'observables', 'alerts', 'comments', 'history'] as const)
      await expect(chain.adapter.section(section, id, null, signal), section).rejects.toMatchObject({
        reason: 'tenant-mismatch',
      });
    await expect(chain.adapter.item('alerts', id, 'index/id', signal)).rejects.toMatchObject({
      reason: 'tenant-mismatch',
    });
  });
});
