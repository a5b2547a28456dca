import { describe, expect, test } from 'vitest';
import type { Change, ChangeName, Verdict, Writer } from '#domain/command.ts';
import type { Alert } from '#mocks/vendors/gta/entities.ts';
import { minuteMs, startChain } from './test-chain.ts';

type Options = Parameters<typeof startChain>[0];
const { signal } = new AbortController();

/** A chain, the writer, and an alert of the wanted status. */
function stand(status: Alert['status']['value'] = 'Open', options: Options = {}) {
  const chain = startChain(options);
  const found = chain.simulator.service.records.alerts.find(one => one.status.value === status);
  if (found === undefined) throw new Error(`no alert is ${status}`);
  const alert = found;
  const writer = writerOf(chain);

  async function run(change: Change, by: Writer = writer): Promise<Verdict> {
    const sentAt = chain.now();
    const fresh = await by.fresh(alert.id, change, signal);
    await by.send(alert.id, change, fresh, signal);
    return by.verify(alert.id, change, sentAt, signal);
  }

  /** The last words of the paths of what was written. */
  const written = () =>
    chain.sent.filter(line => /^(PATCH|DELETE)/.test(line)).map(line => line.replace(/ .*\//, ' '));
  return { ...chain, writer, alert, run, written };
}

function writerOf(chain: Pick<ReturnType<typeof startChain>, 'newAdapter'>): Writer {
  const { writer } = chain.newAdapter();
  if (writer === undefined) throw new Error('no writer');
  return writer;
}

const post = (text: string, isStatusKept = false): Change => ({
  name: 'post',
  section: 'notes',
  text,
  isInternal: false,
  replyTo: null,
  isStatusKept,
});
const note = (to: string, isStatusKept = false): Change => ({
  name: 'text',
  field: 'note',
  to,
  isStatusKept,
});
const close = (reason: string): Change => ({ name: 'close', to: 'Closed', reason, withAlerts: false });

describe('the status', () => {
  test.each(['New', 'Open', 'Closed'])('%s is set, without closing reasons', async to => {
    const { run, alert, written } = stand('Open');
    alert.status = { value: to === 'Open' ? 'New' : 'Open' };
    expect(await run({ name: 'status', to })).toEqual({ kind: 'applied', after: { status: to } });
    expect(alert.status).toEqual({ value: to });
    expect(written()).toEqual(['PATCH status']);
  });

  test('reopening is Open', async () => {
    const { run, alert } = stand('Closed');
    expect(await run({ name: 'reopen', to: 'Open' })).toMatchObject({ kind: 'applied' });
    expect(alert.status.value).toBe('Open');
  });

  test('the word of an alert from before 2022 is its deprecated state', async () => {
    const { writer, alert } = stand('Open');
    Object.assign(alert, { status: null, state: 'Remediating' });
    expect(await writer.fresh(alert.id, { name: 'status', to: 'Closed' }, signal)).toEqual({
      status: 'Remediating',
    });
  });

  test.each(['Investigating', 'closed', ''])('"%s" is refused before it is sent', async to => {
    const { run, written } = stand('Open');
    await expect(run({ name: 'status', to })).rejects.toMatchObject({ code: 'invalid', retryable: false });
    expect(written()).toEqual([]);
  });
});

describe('words', () => {
  test('are added below what stands there, under their time', async () => {
    const { run, alert, written } = stand('Open');
    alert.note = 'Of before.';
    const whole = 'Of before.\n\n[2026-11-22 08:04:00 UTC]\nTwo\nlines';
    expect(await run(post('Two\nlines'))).toEqual({
      kind: 'applied',
      after: { status: 'Open', note: whole, notes: 'Two\nlines' },
    });
    expect(alert.note).toBe(whole);
    expect(written()).toEqual(['PATCH note']);
  });

  test('to a New alert open it first, because its note may be wiped', async () => {
    const { run, alert, written, pass, simulator } = stand('New');
    expect(await run(post('Seen.'))).toMatchObject({ kind: 'applied' });
    expect(written()).toEqual(['PATCH status', 'PATCH note']);
    pass(60 * minuteMs);
    simulator.service.settle();
    expect(alert).toMatchObject({ status: { value: 'Open' }, note: expect.stringContaining('Seen.') });
  });

  test('that were lost once the alert was opened are sent again, and stand there once', async () => {
    let isLost = true;
    const { run, written, alert, writer, now } = stand('New', {
      intercept: request => {
        if (!isLost || !request.url.endsWith('/note')) return undefined;
        isLost = false;
        return Response.json({ error: 'Service Unavailable' }, { status: 503 });
      },
    });
    await expect(run(post('Seen.'))).rejects.toMatchObject({ code: 'unavailable', retryable: true });
    expect(await writer.verify(alert.id, post('Seen.'), now(), signal)).toMatchObject({ kind: 'absent' });
    expect(await run(post('Seen.'))).toMatchObject({ kind: 'applied' });
    expect(written()).toEqual(['PATCH status', 'PATCH note', 'PATCH note']);
    expect(alert.note?.split('Seen.')).toHaveLength(2);
  });

  test('may leave it New, and are then found missing once the service recalculated', async () => {
    const { run, alert, written, pass, writer, now } = stand('New');
    const sentAt = now();
    expect(await run(post('Seen.', true))).toMatchObject({ kind: 'applied' });
    expect(written()).toEqual(['PATCH note']);
    pass(30 * minuteMs);
    expect(await writer.verify(alert.id, post('Seen.', true), sentAt, signal)).toMatchObject({
      kind: 'absent',
    });
  });

  test('of a colleague, written in between, stay', async () => {
    const { writer, alert } = stand('Open');
    const fresh = await writer.fresh(alert.id, post('Mine.'), signal);
    alert.note = 'Theirs.';
    await writer.send(alert.id, post('Mine.'), fresh, signal);
    expect(alert.note).toMatch(/^Theirs\.\n\n\[.*\]\nMine\.$/);
  });

  test('are found after a reload by their time, and by what follows them', async () => {
    const chain = stand('Open');
    const { run, alert, now, pass } = chain;
    const sentAt = now();
    await run(post('Seen.'));
    pass(minuteMs);
    await run(post('Seen. Twice.'));
    const reloaded = writerOf(chain);
    const look = (text: string, at: number) => reloaded.verify(alert.id, post(text), at, signal);
    expect(await look('Seen.', sentAt)).toMatchObject({ kind: 'applied' });
    // Only the beginning of another one.
    expect(await look('Seen.', now())).toMatchObject({ kind: 'absent' });
    expect(await look('Seen. Twice.', now())).toMatchObject({ kind: 'applied' });
    alert.note += '\nwritten below by hand';
    expect(await look('Seen. Twice.', now())).toMatchObject({ kind: 'applied' });
    alert.note = alert.note?.replaceAll('Seen. Twice.', 'Replaced.') ?? '';
    expect(await look('Seen. Twice.', now())).toMatchObject({ kind: 'absent' });
  });

  test('that arrived late are seen before they are sent again', async () => {
    const { writer, alert, now, pass } = stand('Open');
    const change = post('Seen.');
    await writer.send(alert.id, change, await writer.fresh(alert.id, change, signal), signal);
    const late = alert.note ?? '';
    alert.note = '';
    expect(await writer.verify(alert.id, change, now(), signal)).toMatchObject({ kind: 'absent' });
    pass(minuteMs);
    alert.note = late;
    const fresh = await writer.fresh(alert.id, change, signal);
    expect(fresh).toMatchObject(writer.wanted(change, fresh));
  });

  test('that look like a heading, or came back with other line ends', async () => {
    const { run, alert, writer, now } = stand('Open');
    const text = 'a\n\n[2026-11-22 09:00:00 UTC]\nb';
    expect(await run(post(text))).toMatchObject({ kind: 'applied', after: { notes: text } });
    const change = post('one\r\ntwo ');
    await writer.send(alert.id, change, await writer.fresh(alert.id, change, signal), signal);
    alert.note = alert.note?.replaceAll('\r\n', '\n').trimEnd() ?? '';
    expect(await writer.verify(alert.id, change, now(), signal)).toMatchObject({
      kind: 'differs',
      fields: ['notes'],
      after: { notes: 'one\ntwo' },
    });
  });

  test.each([post(' '), close(' ')])('that are none are refused', async change => {
    const { run, written } = stand('Open');
    await expect(run(change)).rejects.toMatchObject({ code: 'invalid' });
    expect(written()).toEqual([]);
  });

  test('that make the note too long are refused before the alert is opened', async () => {
    const { run, written } = stand('New');
    await expect(run(post('x'.repeat(100_000)))).rejects.toMatchObject({
      code: 'invalid',
      retryable: false,
      fields: { note: expect.any(String) },
    });
    expect(written()).toEqual([]);
  });
});

describe('the note', () => {
  test('is replaced whole, and a New alert is opened first', async () => {
    const { run, alert, written } = stand('New');
    alert.note = 'Of before.';
    expect(await run(note('Of now.'))).toEqual({
      kind: 'applied',
      after: { status: 'Open', note: 'Of now.' },
    });
    expect(alert.note).toBe('Of now.');
    expect(written()).toEqual(['PATCH status', 'PATCH note']);
  });

  test('is removed by an empty text, and that opens nothing', async () => {
    const { run, alert, written } = stand('New');
    alert.note = 'Of before.';
    expect(await run(note(''))).toEqual({ kind: 'applied', after: { status: 'New', note: '' } });
    expect(alert.note).toBeNull();
    expect(written()).toEqual(['DELETE note']);
  });

  test('may be replaced on an alert that stays New', async () => {
    const { run, written } = stand('New');
    expect(await run(note('Of now.', true))).toMatchObject({ kind: 'applied', after: { status: 'New' } });
    expect(written()).toEqual(['PATCH note']);
  });

  test('that a colleague changed while the alert was opened is not overwritten', async () => {
    const chain = stand('New', {
      intercept: request => {
        if (request.method === 'PATCH' && request.url.endsWith('/status')) chain.alert.note = 'Theirs.';
        return undefined;
      },
    });
    await expect(chain.run(note('Mine.'))).rejects.toMatchObject({ code: 'conflict', retryable: true });
    expect(chain.alert).toMatchObject({ note: 'Theirs.', status: { value: 'Open' } });
    // What an outbox does then: it reads again, and finds the conflict.
    expect(await chain.writer.fresh(chain.alert.id, note('Mine.'), signal)).toMatchObject({
      note: 'Theirs.',
    });
  });
});

describe('closing', () => {
  test('sets the status and appends the reason', async () => {
    const { run, alert, written } = stand('New');
    alert.note = 'Of before.';
    expect(await run(close('Known software.'))).toMatchObject({
      kind: 'applied',
      after: { status: 'Closed', reason: 'Known software.' },
    });
    expect(alert.note).toMatch(/^Of before\.\n\n\[.* UTC\]\nKnown software\.$/);
    expect(written()).toEqual(['PATCH status', 'PATCH note']);
  });

  test('without a reason touches no note', async () => {
    const { run, written } = stand('Open');
    expect(await run(close(''))).toEqual({ kind: 'applied', after: { status: 'Closed' } });
    expect(written()).toEqual(['PATCH status']);
  });

  test('whose reason was lost is made whole by sending the rest', async () => {
    let isLost = true;
    const { run, written, alert } = stand('Open', {
      intercept: request => {
        if (!isLost || !request.url.endsWith('/note')) return undefined;
        isLost = false;
        return Response.json({ error: 'Service Unavailable' }, { status: 503 });
      },
    });
    await expect(run(close('Known software.'))).rejects.toMatchObject({ code: 'unavailable' });
    expect(alert.status.value).toBe('Closed');
    expect(await run(close('Known software.'))).toMatchObject({ kind: 'applied' });
    expect(written()).toEqual(['PATCH status', 'PATCH note', 'PATCH note']);
  });

  test('whose reason stands there already sends the status alone', async () => {
    const { writer, alert, written } = stand('Open');
    const change = close('Known software.');
    await writer.send(alert.id, change, { status: 'Open', note: '', reason: 'Known software.' }, signal);
    expect(written()).toEqual(['PATCH status']);
  });

  test('whose reason is refused says that it was closed', async () => {
    const { run } = stand('Open', {
      intercept: request =>
        request.url.endsWith('/note') ? Response.json({ error: 'Forbidden' }, { status: 403 }) : undefined,
    });
    const error: unknown = await run(close('Known software.')).catch(reason => reason);
    expect(error).toMatchObject({ code: 'forbidden', retryable: false });
    expect(String(error)).toContain('The alert was set to Closed, and the note was not taken.');
  });
});

describe('what cannot be', () => {
  test('an alert that aged out is gone, and that is said', async () => {
    const { writer, alert, simulator } = stand('Open');
    const fresh = await writer.fresh(alert.id, close(''), signal);
    simulator.service.removeAlert(alert.id);
    const aged = { code: 'not-found', reason: 'aged-out', retryable: false };
    await expect(writer.send(alert.id, close(''), fresh, signal)).rejects.toMatchObject(aged);
    await expect(writer.verify(alert.id, close(''), 0, signal)).rejects.toMatchObject(aged);
    await expect(writer.fresh(alert.id, close(''), signal)).rejects.toMatchObject(aged);
    await expect(writer.offers(alert.id, signal)).rejects.toThrow('its detections have aged out');
  });

  test.each<Change>([
    { name: 'severity', to: 'Low' },
    { name: 'assignee', to: 'x', label: 'x' },
    { name: 'tags', add: ['x'], remove: [] },
    { name: 'title', to: 'x' },
    { name: 'text', field: 'description', to: 'x' },
    { ...post('x'), section: 'comments' } as Change,
    { ...post('x'), isInternal: true } as Change,
  ])('is not sent: %j', async change => {
    const { writer, alert, written } = stand('Open');
    const refusal = { code: 'unsupported', retryable: false };
    await expect(writer.fresh(alert.id, change, signal)).rejects.toMatchObject(refusal);
    await expect(writer.send(alert.id, change, {}, signal)).rejects.toMatchObject(refusal);
    expect(written()).toEqual([]);
  });

  test.each([
    ['nothing', new Response(null, { status: 204 })],
    ['null', Response.json(null)],
    ['a list', Response.json([])],
    ['the alert of before', Response.json({ status: { value: 'New' } })],
  ])('what is answered to a write is not believed: %s', async (_, answer) => {
    const { run, alert } = stand('Open', {
      intercept: request => (request.method === 'PATCH' ? answer : undefined),
    });
    expect(await run({ name: 'status', to: 'Closed' })).toEqual({
      kind: 'absent',
      after: { status: alert.status.value },
    });
  });

  test('an answer in bare text leaves open whether it was taken', async () => {
    const { run } = stand('Open', {
      intercept: request => (request.method === 'PATCH' ? new Response('OK') : undefined),
    });
    await expect(run({ name: 'status', to: 'Closed' })).rejects.toMatchObject({
      code: 'unreadable',
      retryable: true,
    });
  });
});

describe('what is offered', () => {
  async function offer(name: ChangeName, status: Alert['status']['value']) {
    const { writer, alert } = stand(status);
    return (await writer.offers(alert.id, signal)).find(one => one.name === name);
  }

  test('three statuses, and no closing reasons, whose words nobody published', async () => {
    const choices = (await offer('status', 'Open'))?.choices.map(({ value }) => value);
    expect(choices).toEqual(['New', 'Open', 'Closed']);
    expect(await offer('close', 'Open')).not.toHaveProperty('reasons');
  });

  test.each<[ChangeName, string]>([
    ['assignee', 'GTA alerts have no assignee.'],
    ['tags', 'GTA alerts have no tags.'],
    ['severity', 'The service computes the risk of an alert. It cannot be set.'],
    ['title', 'GTA alerts have no title. They are called by their gravest threat.'],
  ])('no %s, with the reason', async (name, unavailable) => {
    expect(await offer(name, 'Open')).toMatchObject({ unavailable, choices: [] });
  });

  test('a note with a warning while the alert is New', async () => {
    expect((await offer('post', 'New'))?.warning).toContain('set to Open first');
    expect((await offer('text', 'New'))?.warning).toContain('set to Open first');
    expect(await offer('post', 'Open')).toMatchObject({ warning: '', label: 'Append to the note' });
  });

  test('the note as it stands, to begin with', async () => {
    const { writer, alert } = stand('Open');
    alert.note = 'Of before.';
    const offers = await writer.offers(alert.id, signal);
    expect(offers.find(({ name }) => name === 'text')?.base).toEqual({ note: 'Of before.' });
  });

  test('closing what is open, reopening what is closed', async () => {
    expect(await offer('close', 'Open')).toMatchObject({ unavailable: null });
    expect(await offer('reopen', 'Open')).toMatchObject({ unavailable: 'It is open.' });
    expect(await offer('close', 'Closed')).toMatchObject({ unavailable: 'It is Closed already.' });
    expect(await offer('reopen', 'Closed')).toMatchObject({ unavailable: null });
  });
});

test('what may be sent twice', () => {
  const { writer } = stand();
  expect(writer.isRepeatable(note('x'))).toBe(true);
  expect(writer.isRepeatable(close(''))).toBe(true);
  expect(writer.isRepeatable(close('Because.'))).toBe(false);
  expect(writer.isRepeatable(post('x'))).toBe(false);
  expect(writer.isFinal(close(''))).toBe(false);
});
