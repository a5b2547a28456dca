// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { TextPiece } from '#ui/text/text-pieces.ts';
import { TestKit } from '#ui/theme/test-kit.tsx';
import { finishFragment } from './finish-fragment.ts';
import { hostilePayloads } from './hostile-payloads.ts';
import { markdownToHtml } from './markdown.ts';
import { RichTextView } from './rich-text-view.tsx';
import { sanitize } from './sanitize.ts';

afterEach(cleanup);

const elements = new Set(
  'p br hr div span b i em strong u s del sub sup code pre blockquote ul ol li a h3 table thead tbody tfoot tr td th'.split(
    ' ',
  ),
);
const attributes = new Set(['href', 'colspan', 'rowspan', 'rel', 'target', 'referrerpolicy', 'class']);

function rendered(html: string): DocumentFragment {
  const fragment = sanitize(html);
  finishFragment(fragment, { host: 'host', token: 'token' });
  return fragment;
}

function expectInert(fragment: DocumentFragment): void {
  for (const element of fragment.querySelectorAll('*')) {
    expect(elements).toContain(element.localName);
    for (const attribute of element.attributes) expect(attributes).toContain(attribute.name);
    const href = element.getAttribute('href');
    if (href !== null) {
      expect(href).toMatch(/^https?:\/\//i);
      expect(element.getAttribute('rel')).toBe('noopener noreferrer');
      expect(element.getAttribute('target')).toBe('_blank');
    }
    const className = element.getAttribute('class');
    if (className !== null) expect(['host', 'token']).toContain(className);
  }
}

test('the corpus is large and says each thing once', () => {
  expect(new Set(hostilePayloads).size).toBe(hostilePayloads.length);
  expect(hostilePayloads.length).toBeGreaterThanOrEqual(60);
});

test.each(hostilePayloads)('HTML %j is inert', payload => {
  expectInert(rendered(payload));
});

test.each(hostilePayloads)('Markdown around %j is inert', payload => {
  expectInert(rendered(markdownToHtml(`before ${payload}\n\n${payload}\n\n- ${payload}`)));
});

test.each(['javascript:__x()', 'data:text/html,x', 'vscode://x', '//evil.test', 'JaVaScRiPt:x'])(
  'a Markdown link to %s goes nowhere',
  address => {
    expect(rendered(markdownToHtml(`[x](${address})`)).querySelector('[href]')).toBeNull();
  },
);

test.each(['![pixel](https://evil.test/p.gif)', '<img alt=pixel src=https://evil.test/p.gif>'])(
  'the image %s becomes words with a defanged address',
  source => {
    const html = source.startsWith('!') ? markdownToHtml(source) : source;
    const fragment = rendered(html);
    expect(fragment.textContent).toContain('[blocked image: pixel: hxxps://evil[.]test/p.gif]');
    expect(fragment.querySelector('img')).toBeNull();
  },
);

test('a link shows the host it really leads to', () => {
  const fragment = rendered(
    '<a href="https://xn--80ak6aa92e.com/a">https://apple.com</a> <a href="https://аррӏе.com">x</a>',
  );
  expect(fragment.textContent).toBe('https://apple.com (xn--80ak6aa92e.com) x (xn--80ak6aa92e.com)');
});

const address = 'evil.example';

/** Marks one address. */
function divide(text: string): TextPiece[] {
  return text
    .split(/(evil\.example)/)
    .map(piece => ({ text: piece, mark: piece === address ? <button type="button">chip</button> : null }));
}

test.each([
  ['text', `before ${address} after`],
  ['markdown', `before \`${address}\` after`],
  ['html', `<p>before <b>${address}</b> after</p>`],
] as const)('a mark stands in its place in %s', async (format, text) => {
  const { container } = render(<RichTextView format={format} text={text} divide={divide} />, {
    wrapper: TestKit,
  });
  await waitFor(() => expect(container.textContent?.trim()).toBe('before chip after'));
  expect(screen.getByRole('button', { name: 'chip' })).toBeDefined();
});

test('marks go with the text they stood in', async () => {
  const view = render(<RichTextView format="html" text={`<p>${address}</p>`} divide={divide} />, {
    wrapper: TestKit,
  });
  await screen.findByRole('button', { name: 'chip' });
  view.rerender(<RichTextView format="html" text={`<p>${address}, ${address}</p>`} divide={divide} />);
  expect(screen.getAllByRole('button', { name: 'chip' })).toHaveLength(2);
  view.rerender(<RichTextView format="html" text="<p>none</p>" divide={divide} />);
  expect(view.container.textContent).toBe('none');
});

test('a link that says what is marked leads nowhere, and still says where it led', () => {
  const fragment = sanitize(
    '<a href="https://evil.example/x">see evil.example</a> <a href="https://evil.example/x">see this</a>',
  );
  const marks = finishFragment(fragment, { host: 'host', token: 'token' }, divide);
  expect(marks).toHaveLength(1);
  expect([...fragment.querySelectorAll('a')].map(link => link.getAttribute('href'))).toEqual([
    null,
    'https://evil.example/x',
  ]);
  expect(fragment.textContent).toBe('see  (evil.example) see this (evil.example)');
});

test.each(hostilePayloads)('HTML %j with marks in it is inert', payload => {
  const fragment = sanitize(`${payload}${address}`);
  finishFragment(fragment, { host: 'host', token: 'token' }, divide);
  expectInert(fragment);
});

test('direction marks inside markup are shown', () => {
  expect(rendered('<b>invoice_\u202efdp.exe</b>').textContent).toBe('invoice_[RLO]fdp.exe');
});

test('what Argus and IRIS people write stays readable', () => {
  const html =
    '<h1>Summary</h1><p>Seen <b>twice</b> on <code>WS-0412</code></p><table><tr><td colspan="2">x</td></tr></table><ul><li>one</li></ul>';
  const fragment = rendered(html);
  expect(fragment.querySelector('h3')?.textContent).toBe('Summary');
  expect(fragment.querySelector('td')?.getAttribute('colspan')).toBe('2');
  expect(fragment.querySelector('code')?.textContent).toBe('WS-0412');
  expect(fragment.querySelector('h1')).toBeNull();
});

test('hostile Markdown does not fall over', () => {
  expectInert(rendered(markdownToHtml('>'.repeat(5_000))));
  expect(rendered(markdownToHtml('*a_'.repeat(5_000))).textContent).toContain('a');
});

test.each([
  ['text', '<b>as written</b>', '<b>as written</b>'],
  ['markdown', '**bold** <b>raw</b>', 'bold <b>raw</b>'],
  ['html', '<b>bold</b><script>__x()</script>', 'bold'],
] as const)('%s is shown on the page', async (format, text, expected) => {
  const { container } = render(<RichTextView format={format} text={text} />, { wrapper: TestKit });
  await waitFor(() => expect(container.textContent).toContain(expected));
  expect(container.querySelector('script')).toBeNull();
});

test('a long text is cut until asked for', async () => {
  const { container } = render(<RichTextView format="html" text={`${'a '.repeat(140_000)}end`} />, {
    wrapper: TestKit,
  });
  await waitFor(() => expect(container.textContent).toContain('a a'));
  expect(container.textContent).not.toContain('end');
  await userEvent.click(screen.getByRole('button', { name: 'Show all 280,003 characters' }));
  await waitFor(() => expect(container.textContent).toContain('end'));
});
