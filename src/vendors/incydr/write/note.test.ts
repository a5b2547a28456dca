import { expect, test } from 'vitest';
import { appendNote, hasNote, longestFindings, roomFor } from './note.ts';

const at = Date.UTC(2026, 10, 25, 8, 7, 12, 345);
const mine = { author: 'mari.dahl@soc.example', text: 'Called the owner.\n\n- confirmed' };

test('a note stands at the end, with its author and time', () => {
  expect(appendNote('## So far\n', mine, at)).toBe(
    '## So far\n\n**mari.dahl@soc.example**, 2026-11-25 08:07:12.345 UTC\n\nCalled the owner.\n\n- confirmed',
  );
  expect(appendNote(null, { ...mine, text: ' x ' }, at)).toBe(
    '**mari.dahl@soc.example**, 2026-11-25 08:07:12.345 UTC\n\nx',
  );
});

test('it is found again by words, author and time, however white space came back', () => {
  const findings = appendNote(appendNote('a', { author: 'x', text: 'y' }, at), mine, at + 1);
  expect(hasNote(findings, mine, at)).toBe(true);
  expect(hasNote(`${findings.replaceAll('\n', '\r\n')}\r\n\r\nand more`, mine, at + 1)).toBe(true);
  expect(hasNote(findings, mine, at + 2)).toBe(false);
  expect(hasNote(findings, { ...mine, author: 'x' }, at)).toBe(false);
  expect(hasNote(findings, { ...mine, text: 'other' }, at)).toBe(false);
  expect(hasNote(mine.text, mine, 0)).toBe(false);
  expect(hasNote(null, mine, 0)).toBe(false);
});

test('a name cannot end the line or the emphasis it stands in', () => {
  const odd = { author: 'a**\n# b', text: 'x' };
  const findings = appendNote(null, odd, at);
  expect(findings.split('\n')[0]).toBe('**a # b**, 2026-11-25 08:07:12.345 UTC');
  expect(hasNote(findings, odd, at)).toBe(true);
});

test('there is room for as much as is then taken', () => {
  const findings = 'f'.repeat(20_000);
  const room = roomFor(findings, mine.author);
  const full = appendNote(findings, { ...mine, text: 'x'.repeat(room) }, at);
  expect(full).toHaveLength(longestFindings);
  expect(roomFor('f'.repeat(29_999), mine.author)).toBe(0);
});
