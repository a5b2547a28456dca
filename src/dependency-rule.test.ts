import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const biome = resolve('node_modules/.bin/biome');

/** A tree of its own under the project's own rules, so that a breach can stand in any file. */
let tree = '';

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'planted-'));
  const {
    vcs: _,
    $schema: __,
    ...rules
  } = JSON.parse(readFileSync('biome.json', 'utf8')) as Record<string, unknown>;
  writeFileSync(join(tree, 'biome.json'), JSON.stringify(rules));
});
afterAll(() => rmSync(tree, { recursive: true }));

/** What the rule, and no other, says of a file. */
function complaints(path: string, line: string): string {
  const file = join(tree, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${line}\n`);
  const lint = ['lint', '--only=style/noRestrictedImports', '--reporter=github', path];
  const { stdout } = spawnSync(biome, lint, { cwd: tree, encoding: 'utf8' });
  return stdout;
}

const breaches: [path: string, line: string][] = [
  ['src/domain/planted.ts', "import { vendors } from '#vendors/registry.ts';\nexport default vendors;"],
  [
    'src/http/planted.ts',
    "import { createGateway } from '#gateway/create-gateway.ts';\nexport default createGateway;",
  ],
  ['src/ui/planted.ts', "import type { QueueRow } from '#domain/case.ts';\nexport type Row = QueueRow;"],
  ['src/index-worker/planted.ts', "import { readJson } from '#http/read-json.ts';\nexport default readJson;"],
  [
    'src/store/planted.ts',
    "import { QueuePage } from '#features/queue/queue-page.tsx';\nexport default QueuePage;",
  ],
  [
    'src/features/queue/planted.ts',
    "import { stellar } from '#vendors/stellar/index.ts';\nexport default stellar;",
  ],
  [
    'src/features/queue/planted.ts',
    "import { CasePage } from '../case/case-page.tsx';\nexport default CasePage;",
  ],
  [
    'src/features/queue/planted.ts',
    "import { CasePage } from '#features/case/case-page.tsx';\nexport default CasePage;",
  ],
  [
    'src/features/case/blocks/planted.ts',
    "import { QueuePage } from '../../queue/queue-page.tsx';\nexport default QueuePage;",
  ],
  ['src/vendors/iris/sections/planted.ts', "import { gta } from '../../gta/index.ts';\nexport default gta;"],
  ['src/vendors/iris/planted.ts', "import { gta } from '../gta/index.ts';\nexport default gta;"],
  ['src/vendors/iris/planted.ts', "import { readFileSync } from 'node:fs';\nexport default readFileSync;"],
  [
    'src/vendors/iris/planted.ts',
    "import { irisAuthenticator } from './auth.ts';\nexport default irisAuthenticator;",
  ],
  ['src/gateway/planted.ts', "import { createWorld } from '#mocks/world.ts';\nexport default createWorld;"],
  ['src/app/planted.ts', "import { createWorld } from '#mocks/world.ts';\nexport default createWorld;"],
  [
    'src/app/demo.ts',
    "import { QueuePage } from '#features/queue/queue-page.tsx';\nexport default QueuePage;",
  ],
  ['mocks/planted.ts', "import { stellar } from '#vendors/stellar/index.ts';\nexport default stellar;"],
];

describe('the dependency rule', () => {
  it.each(breaches)('catches a breach planted in %s', (path, line) => {
    expect(complaints(path, line)).toContain('lint/style/noRestrictedImports');
  });

  it('lets through what looks down', () => {
    const line = "import { createCall } from '#http/request.ts';\nexport default createCall;";
    expect(complaints('src/vendors/iris/planted.ts', line)).toBe('');
  });
});
