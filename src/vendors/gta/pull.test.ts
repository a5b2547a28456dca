import { describe, expect, test } from 'vitest';
import { dayMs, lastOf, minuteMs, pullPages, startChain } from './test-chain.ts';

describe('a first pull', () => {
  test('brings every alert named, a small page first', async () => {
    const { newAdapter, simulator } = startChain({ size: 424 });
    const pages = await pullPages(newAdapter());
    expect(pages.map(page => page.rows.length)).toEqual([200, 224]);
    expect(pages.map(page => page.known)).toEqual([null, 424]);
    expect(pages.map(page => page.isCaughtUp)).toEqual([false, true]);
    const ids = pages.flatMap(page => page.rows.map(row => row.id));
    expect(new Set(ids)).toEqual(new Set(simulator.service.records.alerts.map(alert => alert.id)));
    expect(lastOf(pages).complete).toHaveLength(424);
    const unnamed = pages.flatMap(page => page.rows.filter(row => row.title.startsWith('Alert ')));
    expect(unnamed.length).toBeGreaterThan(0);
    expect(unnamed.length).toBeLessThan(20);
  });

  test('loads parents in bulk: never one call for one alert', async () => {
    const { newAdapter, sent } = startChain({ size: 2220 });
    const rows = (await pullPages(newAdapter())).flatMap(page => page.rows);
    expect(rows).toHaveLength(2220);
    expect(sent.length).toBeLessThan(24);
  });

  test('of nothing is one page, caught up', async () => {
    const { newAdapter } = startChain({ size: 0 });
    const pages = await pullPages(newAdapter());
    expect(pages).toMatchObject([{ rows: [], known: 0, isCaughtUp: true, complete: [] }]);
  });

  test('goes on where it was cut off, and starts over when that alert is gone', async () => {
    const { newAdapter, simulator } = startChain({ size: 424 });
    const [first] = await pullPages(newAdapter());
    const resumed = await pullPages(newAdapter(), first?.watermark);
    expect(resumed.flatMap(page => page.rows)).toHaveLength(224);
    expect(lastOf(resumed)).toMatchObject({ known: 424, isCaughtUp: true });
    expect(lastOf(resumed).complete).toBeUndefined();

    simulator.service.removeAlert(first?.rows.at(-1)?.id ?? '');
    const over = await pullPages(newAdapter(), first?.watermark);
    expect(over.flatMap(page => page.rows)).toHaveLength(simulator.count());
    expect(lastOf(over).known).toBe(simulator.count());
  });

  test('starts over from a watermark that nobody can read', async () => {
    const { newAdapter } = startChain();
    expect(lastOf(await pullPages(newAdapter(), '{"version":0}')).complete).toHaveLength(60);
  });

  test('leaves out what was closed before the policy begins', async () => {
    const { newAdapter } = startChain({ size: 424 });
    const all = (await pullPages(newAdapter())).flatMap(page => page.rows);
    const kept = await pullPages(newAdapter(), null, { closedDays: 1 });
    const rows = kept.flatMap(page => page.rows);
    const isOpen = (row: (typeof rows)[number]) => row.status.value !== 'closed';
    expect(rows.filter(isOpen)).toHaveLength(all.filter(isOpen).length);
    expect(rows.length).toBeLessThan(all.length);
    expect(lastOf(kept).known).toBe(rows.length);
  });

  test('shows rows without names when detections may not be read', async () => {
    const { newAdapter } = startChain({
      intercept: request =>
        request.url.includes('/threat-detections')
          ? Response.json({ error: 'Forbidden' }, { status: 403 })
          : undefined,
    });
    const rows = (await pullPages(newAdapter())).flatMap(page => page.rows);
    expect(rows).toHaveLength(60);
    expect(rows.find(row => row.number === 'c41f…9e2a')).toMatchObject({
      title: 'Alert c41f…9e2a',
      alertCount: null,
      expiresAt: null,
    });
  });

  test('waits when detections are out of reach for now: a row is not shown under the wrong name', async () => {
    const { newAdapter } = startChain({
      intercept: request =>
        request.url.includes('/threat-detections') ? new Response(null, { status: 503 }) : undefined,
    });
    await expect(pullPages(newAdapter())).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('ends at a cursor that comes again, and says that the list may not be whole', async () => {
    const { newAdapter } = startChain({
      intercept: request =>
        new URL(request.url).pathname.endsWith('/alerts')
          ? Response.json({
              items: [{ id: 'a', risk: 'High' }],
              pageInfo: { hasNextPage: true, next: null, endCursor: 'High,a' },
            })
          : undefined,
    });
    const last = lastOf(await pullPages(newAdapter()));
    expect(last.isKnownPartial).toBe(true);
    expect(last.complete).toBeUndefined();
  });

  test.each([
    ['an empty object', {}],
    ['a list', []],
    ['items without pageInfo', { items: [] }],
  ])('does not take %s for an empty list', async (_, answer) => {
    const { newAdapter } = startChain({
      intercept: request =>
        new URL(request.url).pathname.endsWith('/alerts') ? Response.json(answer) : undefined,
    });
    await expect(pullPages(newAdapter())).rejects.toMatchObject({ code: 'unreadable' });
  });
});

describe('a later pull', () => {
  test('brings nothing when nothing changed', async () => {
    const { newAdapter } = startChain();
    const adapter = newAdapter();
    const { watermark } = lastOf(await pullPages(adapter));
    expect(await pullPages(adapter, watermark)).toMatchObject([
      { rows: [], gone: [], known: 60, isCaughtUp: true },
    ]);
  });

  test('brings what changed, once, by an adapter of before and by a new one', async () => {
    const { newAdapter, simulator, pass } = startChain();
    const adapter = newAdapter();
    const first = lastOf(await pullPages(adapter));
    pass(minuteMs);
    const alert = simulator.service.records.alerts.find(candidate => candidate.status.value === 'New');
    if (alert === undefined) throw new Error('no new alert');
    simulator.service.setStatus(alert, 'Open');

    const second = lastOf(await pullPages(adapter, first.watermark));
    expect(second.rows.map(row => [row.id, row.status.value])).toEqual([[alert.id, 'open']]);
    expect(lastOf(await pullPages(adapter, second.watermark)).rows).toEqual([]);
    const byAnother = lastOf(await pullPages(newAdapter(), first.watermark));
    expect(byAnother.rows.map(row => row.id)).toContain(alert.id);
  });

  test('does not miss an alert that changed in the same millisecond as the last one seen', async () => {
    const { newAdapter, simulator, pass } = startChain();
    const adapter = newAdapter();
    pass(minuteMs);
    const [one, other] = simulator.service.records.alerts;
    if (one === undefined || other === undefined) throw new Error('no alerts');
    simulator.service.setNote(one, 'First.');
    const first = lastOf(await pullPages(adapter));
    simulator.service.setNote(other, 'In the same millisecond.');
    expect(lastOf(await pullPages(adapter, first.watermark)).rows.map(row => row.id)).toEqual([other.id]);
  });

  test('brings an alert that is new, and counts it', async () => {
    const { newAdapter, simulator, pass, now } = startChain();
    const adapter = newAdapter();
    const { watermark } = lastOf(await pullPages(adapter));
    pass(minuteMs);
    const asset = simulator.service.records.assets.find(one => one.assumedOwner === 'BKP-02');
    simulator.service.addAlert(
      {
        id: 'f'.repeat(64),
        risk: 'Critical',
        status: { value: 'New' },
        etaFlag: null,
        triggeredAt: now(),
        modifiedAt: now(),
      },
      {
        id: 'e'.repeat(64),
        affectedAssetId: asset?.id ?? '',
        threatIntelRecordId: 'CTAL000104',
        confidence: 'High',
        detectedAt: now(),
        modifiedAt: now(),
      },
    );
    const page = lastOf(await pullPages(adapter, watermark));
    expect(page.rows.map(row => row.title)).toEqual(['Ransomware beaconing: BKP-02']);
    expect(page.known).toBe(61);
  });

  test('moves the expiry of an alert whose detection was active again, though the alert did not change', async () => {
    const { newAdapter, simulator, pass, now } = startChain();
    const adapter = newAdapter();
    const { watermark } = lastOf(await pullPages(adapter));
    pass(minuteMs);
    const detection = simulator.service.records.detections.find(one => one.isLost !== true);
    if (detection === undefined) throw new Error('no detection');
    simulator.service.seeActivity(detection);
    const page = lastOf(await pullPages(adapter, watermark));
    expect(page.rows.map(row => [row.id, row.expiresAt])).toEqual([
      [detection.alertIds[0], now() + 45 * dayMs],
    ]);
  });

  test('reports an alert gone when its 45 days are over and asking for it is answered 404', async () => {
    const { newAdapter, simulator, pass } = startChain();
    const adapter = newAdapter();
    let page = lastOf(await pullPages(adapter));
    const leaving = page.complete?.length;
    // A minute short of an hour at a time: the whole list is not read again.
    const gone: string[] = [];
    for (let step = 0; step < 7 && gone.length === 0; step += 1) {
      pass(59 * minuteMs);
      page = lastOf(await pullPages(adapter, withSweptAt(page.watermark, simulatorNow())));
      gone.push(...page.gone);
    }
    expect(gone).toHaveLength(1);
    expect(simulator.service.findAlert(gone[0] ?? '')).toBeUndefined();
    expect(page.known).toBe(Number(leaving) - 1);

    function simulatorNow() {
      return Date.parse('2026-11-22T08:04:00.000Z') + 7 * dayMs;
    }
  });

  test('reads the whole list again after an hour, so that what vanished is known', async () => {
    const { newAdapter, simulator, pass } = startChain();
    const adapter = newAdapter();
    const { watermark } = lastOf(await pullPages(adapter));
    const id = simulator.service.records.alerts[5]?.id ?? '';
    simulator.service.removeAlert(id);
    pass(61 * minuteMs);
    const page = lastOf(await pullPages(adapter, watermark));
    expect(page.complete).toHaveLength(59);
    expect(page.complete).not.toContain(id);
    expect(page).toMatchObject({ known: 59, isCaughtUp: true });
  });

  test('counts the detections of an alert anew when one of them timed out', async () => {
    const { newAdapter, simulator, pass } = startChain();
    const adapter = newAdapter();
    const first = await pullPages(adapter);
    const row = first.flatMap(page => page.rows).find(candidate => candidate.number === 'c41f…9e2a');
    expect(row?.alertCount).toBe(3);
    const { service } = simulator;
    const alert = service.findAlert(row?.id ?? '');
    const gone = service.records.detections.find(one => one.alertIds.includes(row?.id ?? ''));
    service.records.detections = service.records.detections.filter(one => one !== gone);
    pass(minuteMs);
    if (alert !== undefined) service.setNote(alert, 'A detection left.');
    const page = lastOf(await pullPages(adapter, lastOf(first).watermark));
    expect(page.rows[0]?.alertCount).toBe(2);
  });

  test('starts its detections over when their checkpoint is refused', async () => {
    let isRefused = false;
    const { newAdapter, simulator, pass } = startChain({
      intercept: request =>
        isRefused && /threat-detections\?.*after=/.test(request.url)
          ? Response.json({ error: 'Bad Request' }, { status: 400 })
          : undefined,
    });
    const adapter = newAdapter();
    const { watermark } = lastOf(await pullPages(adapter));
    isRefused = true;
    pass(minuteMs);
    const [alert] = simulator.service.records.alerts;
    if (alert !== undefined) simulator.service.setNote(alert, 'Seen.');
    const page = lastOf(await pullPages(adapter, watermark));
    expect(page.rows.map(row => row.title)).toEqual(['Cobalt Strike beacon: HELSE-LT-2207']);
  });

  test('ends when it is aborted', async () => {
    const { newAdapter } = startChain();
    const controller = new AbortController();
    controller.abort(new Error('left'));
    const pages = newAdapter().pull({ since: null, keep: 'all', signal: controller.signal });
    await expect(pages.next()).rejects.toThrow('left');
  });
});

function withSweptAt(watermark: string, sweptAt: number): string {
  return JSON.stringify({ ...JSON.parse(watermark), sweptAt });
}
