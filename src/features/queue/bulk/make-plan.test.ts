import { expect, test } from 'vitest';
import type { Offer } from '#domain/command.ts';
import { type BulkForm, emptyForm, isUnavailable, me, nobody } from './bulk-form.ts';
import { countIn, makePlan, toIntents } from './make-plan.ts';
import { choices, group, offer, row } from './test-groups.ts';

function plan(form: Partial<BulkForm> & Pick<BulkForm, 'action'>, offers: readonly Offer[]) {
  const [block] = makePlan({ ...emptyForm(form.action), ...form }, [group(offers)], ['mari dahl', 'u-7']);
  if (block === undefined) throw new Error('There is a block for each group.');
  return block;
}

const statuses = offer('status', { choices: choices('New', 'In Progress', 'Resolved') });

test('one of our words becomes the vendor’s own value', () => {
  const block = plan({ action: 'status', status: 'in-progress' }, [statuses]);
  expect(block).toMatchObject({
    change: { name: 'status', to: 'In Progress', label: 'In Progress' },
    says: 'Status In Progress.',
    chosen: 'In Progress',
    isIn: true,
  });
});

test('of several values that mean the same, the one that says it in our word stands for it', () => {
  const offers = [offer('status', { choices: choices('New', 'Escalated', 'In Progress') })];
  expect(plan({ action: 'status', status: 'in-progress' }, offers).chosen).toBe('In Progress');
  expect(
    plan({ action: 'status', status: 'in-progress' }, [
      offer('status', { choices: choices('workingCustomer', 'workingSoc') }),
    ]).chosen,
  ).toBe('workingCustomer');
});

test('a value that a vendor lacks sends nothing and says so, unless one of its own is chosen', () => {
  const lost = plan({ action: 'status', status: 'pending' }, [statuses]);
  expect(lost).toMatchObject({
    change: null,
    isIn: false,
    says: 'It has no ‘Pending’. Choose one of its own, or nothing is sent.',
  });
  const byHand = plan({ action: 'status', status: 'pending', picked: { 'argus open': 'New' } }, [statuses]);
  expect(byHand).toMatchObject({ change: { to: 'New' }, isIn: true });
  const out = plan({ action: 'status', status: 'new', picked: { 'argus open': '' } }, [statuses]);
  expect(out).toMatchObject({ change: null, says: 'Left out.' });
});

test('nothing is said of what was not chosen yet', () => {
  for (const action of ['status', 'severity', 'assignee', 'tags', 'note'] as const) {
    const offers = [offer(action === 'note' ? 'post' : action, { field: 'comments', choices: choices('a') })];
    expect(plan({ action }, offers)).toMatchObject({ change: null, says: '', isIn: false });
  }
});

test('what cannot be undone is not ticked, not counted, and not sent until somebody ticks it', () => {
  const closing = offer('close', {
    choices: choices('CLOSED'),
    isFinal: true,
    warning: 'Closed is final in Incydr.',
  });
  const groups = [
    group([closing], { key: 'incydr open', connectionId: 'incydr', rows: [row('7')] }),
    group([offer('close', { choices: choices('Resolved', 'Cancelled') })]),
  ];
  const form = { ...emptyForm('close'), text: 'Known script' };
  const blocks = makePlan(form, groups, []);
  expect(blocks[0]).toMatchObject({ isFinal: true, isIn: false, losses: ['Closed is final in Incydr.'] });
  expect(countIn(blocks)).toBe(2);
  expect(toIntents(blocks).map(intent => intent.row.id)).toEqual(['1', '2']);
  const ticked = makePlan({ ...form, ticked: { 'incydr open': true } }, groups, []);
  expect(countIn(ticked)).toBe(3);
  expect(toIntents(ticked)[0]).toMatchObject({
    change: { name: 'close', to: 'CLOSED', reason: 'Known script' },
  });
});

test.each<[string, Offer[], string]>([
  ['nothing at all', [], 'Its records are only read here. Nothing is sent.'],
  ['not this', [offer('title')], 'It has no tags. Nothing is sent.'],
  [
    'not now',
    [offer('tags', { unavailable: 'The case is locked.' })],
    'The case is locked. Nothing is sent.',
  ],
])('a vendor that offers %s is left out with the reason', (_, offers, says) => {
  expect(plan({ action: 'tags', add: ['x'] }, offers)).toMatchObject({ change: null, says, isIn: false });
});

test('what could not be asked is left out, and what is being asked is not counted', () => {
  const form: BulkForm = { ...emptyForm('tags'), add: ['x'] };
  const [reading, broken] = makePlan(
    form,
    [group(null), group(null, { trouble: 'No answer on port 443.' })],
    [],
  );
  expect(reading).toMatchObject({ isReading: true, isIn: false });
  expect(broken).toMatchObject({
    isReading: false,
    isIn: false,
    says: 'No answer on port 443. Nothing is sent.',
  });
});

const people = offer('assignee', {
  choices: [
    { value: 'u-7', label: 'Mari' },
    { value: 'u-8', label: 'Ida Moen' },
  ],
});

test.each<[string, string | null, string]>([
  [me, 'u-7', 'Assigned to Mari.'],
  ['ida moen', 'u-8', 'Assigned to Ida Moen.'],
  [nobody, null, 'Assigned to nobody.'],
])('%s is assigned by the vendor’s own id', (assignee, to, says) => {
  expect(plan({ action: 'assignee', assignee }, [people])).toMatchObject({ change: { to }, says });
});

test('somebody whom a vendor does not know is not assigned there', () => {
  const block = plan({ action: 'assignee', assignee: 'Jonas Berg' }, [people]);
  expect(block).toMatchObject({
    change: null,
    says: 'It does not know ‘Jonas Berg’. Choose one of its own, or nothing is sent.',
  });
  expect(block.choices.map(({ label }) => label)).toEqual(['Nobody', 'Mari', 'Ida Moen']);
});

const comments = offer('post', { field: 'comments', maxLength: 20 });
const notes = offer('post', { field: 'notes', canBeInternal: true });

test('a note goes where the vendor takes one', () => {
  expect(plan({ action: 'note', text: 'Seen.' }, [notes, comments])).toMatchObject({
    change: { name: 'post', section: 'comments', text: 'Seen.', isInternal: false },
    says: 'It becomes a comment.',
  });
  const closed = { ...comments, unavailable: 'No comments here.' };
  expect(plan({ action: 'note', text: 'Seen.', isInternal: true }, [closed, notes])).toMatchObject({
    change: { section: 'notes', isInternal: true },
    says: 'It becomes a note, internal.',
  });
});

test('internal words are not sent to where everybody reads them, nor words that are cut off', () => {
  expect(plan({ action: 'note', text: 'Seen.', isInternal: true }, [comments])).toMatchObject({
    change: null,
    says: 'Words cannot be internal there. Nothing is sent.',
  });
  expect(plan({ action: 'note', text: 'x'.repeat(21) }, [comments])).toMatchObject({
    change: null,
    says: 'It takes 20 characters, and these are 21. Nothing is sent.',
  });
});

test('a text that a vendor keeps whole is not written over several records', () => {
  expect(plan({ action: 'note', text: 'Seen.' }, [offer('text', { field: 'note' })])).toMatchObject({
    change: null,
    says: 'Notes are not added to several of its records at once. Nothing is sent.',
  });
});

const closing = offer('close', {
  choices: choices('Resolved', 'Closed'),
  reasons: choices('False Positive', 'Duplicate'),
});

test('closing goes by the vendor’s own reason where it says what was written', () => {
  expect(plan({ action: 'close', text: 'false positive' }, [closing])).toMatchObject({
    change: { name: 'close', to: 'Closed', reason: 'False Positive', withAlerts: false },
    says: 'Status Closed, reason False Positive.',
    reason: 'False Positive',
    losses: [],
  });
  expect(plan({ action: 'close', text: 'Known script' }, [closing])).toMatchObject({
    change: { reason: 'Known script' },
    reason: '',
  });
  const form = { action: 'close', text: 'Known script', reasons: { 'argus open': 'Duplicate' } } as const;
  expect(plan(form, [closing])).toMatchObject({
    change: { reason: 'Duplicate' },
    losses: ['Your words are not sent: its own reason stands in their place.'],
  });
});

test('alerts are closed where the vendor can, and where it cannot that is said', () => {
  expect(plan({ action: 'close', withAlerts: true }, [closing])).toMatchObject({
    change: { withAlerts: false },
    losses: ['Its alerts stay as they are.'],
  });
  expect(plan({ action: 'close', withAlerts: true }, [{ ...closing, canTakeAlerts: true }])).toMatchObject({
    change: { withAlerts: true },
    losses: [],
  });
});

test('each row is sent with what was seen of it, and tags without: nothing of others is lost by them', () => {
  const rows = [row('1', { assignee: { id: 'u-8', name: 'Ida Moen' }, tags: ['b', 'a'] })];
  const bases = (
    [
      { ...emptyForm('status'), status: 'new' },
      { ...emptyForm('assignee'), assignee: nobody },
      { ...emptyForm('tags'), add: ['x'] },
      { ...emptyForm('note'), text: 'Seen.' },
    ] satisfies BulkForm[]
  ).map(form =>
    toIntents(makePlan(form, [group([statuses, people, comments, offer('tags')], { rows })], [])),
  );
  expect(bases.map(([intent]) => intent?.base)).toEqual([{ status: 'New' }, { assignee: 'u-8' }, {}, {}]);
});

test('an action is withheld only when every vendor has said no', () => {
  const no = group([offer('tags', { unavailable: 'Locked.' })]);
  expect(isUnavailable('tags', [no])).toBe(true);
  expect(isUnavailable('tags', [no, group([])])).toBe(true);
  expect(isUnavailable('tags', [no, group(null)])).toBe(false);
  expect(isUnavailable('tags', [no, group([offer('tags')])])).toBe(false);
  expect(isUnavailable('tags', [])).toBe(false);
});
