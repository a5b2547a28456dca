import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sources = import.meta.glob<string>('/src/**/*.tsx', { query: '?raw', import: 'default', eager: true });

function componentsUsed(source: string): string[] {
  const imports = [...source.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)];
  return imports
    .flatMap(match => (match[1] ?? '').split(','))
    .map(name => name.trim())
    .filter(name => /^[A-Z]/.test(name));
}

test('every Mantine component in use brings its styles', () => {
  const sheet = readFileSync(new URL('./mantine.css', import.meta.url), 'utf8');
  const used = new Set(Object.values(sources).flatMap(componentsUsed));
  const missing = [...used].filter(
    name =>
      existsSync(`node_modules/@mantine/core/styles/${name}.css`) && !sheet.includes(`/${name}.layer.css`),
  );
  expect(used.size).toBeGreaterThan(0);
  expect(missing).toEqual([]);
});
