import { expect, test } from 'vitest';
import { viewNameOf } from './view-name.ts';

const views = [
  { name: 'All open', search: 'status=new,open' },
  { name: 'Everything', search: '' },
];

test.each([
  ['/queue?status=new,open', 'All open'],
  ['/queue?status=new%2Copen&columns=title,number', 'All open'],
  ['/queue', 'Everything'],
  ['/queue?q=rdp', 'Queue'],
])('the list at %s is called %s', (path, name) => {
  expect(viewNameOf(path, views)).toBe(name);
});
