import { expect, test } from 'vitest';
import { mantineVariablesCss } from './mantine-variables.ts';

// After a change of the theme: npx vitest run src/ui/theme -u
test('the static sheet of Mantine variables is what the theme says', async () => {
  await expect(mantineVariablesCss()).toMatchFileSnapshot('./mantine-variables.generated.css');
});

test('no variable refers to one that is nowhere defined', () => {
  const css = mantineVariablesCss();
  const defined = new Set([...css.matchAll(/(--mantine-[\w-]+):/g)].map(match => match[1]));
  const used = [...css.matchAll(/var\((--mantine-[\w-]+)\)/g)].map(match => match[1]);
  expect(used.filter(name => !defined.has(name))).toEqual([]);
});
