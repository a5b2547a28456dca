import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import type { TimelineEntry } from '#domain/timeline.ts';
import { mergeEntries } from './merge-entries.ts';
import { placeOnDays } from './place-on-days.ts';
import { sampleEntry } from './sample-entries.ts';
import { toRows } from './timeline-rows.ts';
import { toMarkdown } from './to-markdown.ts';

function markdownOf(entries: readonly TimelineEntry[], timeZone = 'Europe/Oslo'): string {
  const { entries: merged } = mergeEntries([{ pages: [entries], readAt: 0 }]);
  return toMarkdown(toRows(placeOnDays(merged, timeZone), 'oldest'), timeZone, 'IRIS');
}

test('days are headings, entries are sentences, words are quoted', () => {
  expect(
    markdownOf([
      sampleEntry({ subject: 'Case opened', time: '2026-11-21', precision: 'day', section: 'history' }),
      sampleEntry({
        kind: 'event',
        subject: 'Sign-in from 185.220.101.34',
        support: 'session cookie replayed',
        labels: ['T1021.001'],
        time: '2026-11-22T05:58:00Z',
        precision: 'minute',
        notBefore: { at: Date.parse('2026-11-22T05:59:20Z'), what: 'its own alert' },
      }),
      sampleEntry({
        kind: 'note',
        section: 'notes',
        actor: 'Ida Moen',
        action: 'wrote a note in',
        subject: 'Containment',
        body: { format: 'html', text: '<p>Sessions revoked.</p><p># Ask Vidar</p>' },
        time: '2026-11-22T06:31:09Z',
      }),
    ]),
  ).toBe(`## Saturday 21 November 2026 (CET)

- all day **Case opened** (IRIS, History)

## Sunday 22 November 2026 (CET)

- 06:58 (before its own alert, 06:59:20: clock skew?) **Sign-in from 185.220.101\\[.\\]34** session cookie replayed \\[T1021.001\\] (IRIS, Events)
- 07:31:09 **Ida Moen** wrote a note in **Containment** (IRIS, Notes)

  > Sessions revoked.
  > \\# Ask Vidar

`);
});

const renderer = new MarkdownIt({ html: true, linkify: true });

test.each([
  '<img src=x onerror=alert(1)>',
  '[click](https://evil.test)',
  '![pixel](https://evil.test/p.gif)',
  '<https://evil.test>',
  'https://evil.test/a_b_c',
  'www.evil.test',
  'javascript:alert(1)',
  '&lt;script&gt;',
])('%s is words where it is pasted, in a sentence and in a text', text => {
  const html = renderer.render(markdownOf([sampleEntry({ subject: text, body: { format: 'text', text } })]));
  expect(html).not.toMatch(/<(?:img|a|script)\b/);
});

test('a text of any lines stays within its quotation', () => {
  const line = fc.constantFrom(
    '# a',
    '- a',
    '1. a',
    '> a',
    '```',
    '---',
    '===',
    '',
    '    a',
    'a',
    '| a |',
    '+',
    '2)',
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), lines => {
      const html = renderer.render(
        markdownOf([sampleEntry({ body: { format: 'text', text: lines.join('\n') } })]),
      );
      expect(html.match(/<h\d/g)).toHaveLength(1);
      expect(html.match(/<blockquote/g) ?? []).toHaveLength(1);
      expect(html.match(/<[uo]l/g)).toHaveLength(1);
      expect(html).not.toMatch(/<(?:pre|code|table|hr)/);
    }),
    { numRuns: 300 },
  );
});

test('what is hidden in a text is shown', () => {
  expect(markdownOf([sampleEntry({ subject: 'invoice_\u202efdp.exe' })])).toContain(
    'invoice\\_\\[RLO\\]fdp.exe',
  );
});
