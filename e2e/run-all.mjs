import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { findOrInstallBrowser } from './find-browser.mjs';

/** `npm test`: check, unit and conformance, end-to-end in a real browser. Says which browser, and sums what passed. */
const startedAt = Date.now();
let passed = 0;
let failed = 0;

function run(title, command, args, environment = {}) {
  console.log(`\n== ${title}`);
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  });
  return status === 0;
}

function count(isGood) {
  if (isGood) passed += 1;
  else failed += 1;
  return isGood;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

rmSync('test-results', { recursive: true, force: true });
for (const script of ['check:style', 'check:types', 'check:unused'])
  count(run(script, 'npm', ['run', '--silent', script]));

const isUnitGood = run('unit and conformance', 'npx', [
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  '--outputFile.json=test-results/unit.json',
]);
const unit = readReport('test-results/unit.json');
passed += unit?.numPassedTests ?? 0;
failed += unit?.numFailedTests ?? 0;
if (!isUnitGood && (unit?.numFailedTests ?? 0) === 0) failed += 1;

const browser = findOrInstallBrowser();
console.log(`\nBrowser: ${browser.name}`);
const isBuilt = count(
  run('build', 'npm', ['run', '--silent', 'build']) &&
    run('build:demo', 'npm', ['run', '--silent', 'build:demo']),
);
if (isBuilt) {
  const isEndGood = run('end-to-end', 'npx', ['playwright', 'test'], { CASEFOLD_BUILT: '1' });
  const end = readReport('test-results/e2e.json');
  passed += (end?.stats.expected ?? 0) + (end?.stats.flaky ?? 0);
  failed += end?.stats.unexpected ?? 0;
  if (!isEndGood && (end?.stats.unexpected ?? 0) === 0) failed += 1;
}

console.log(`\nTook ${Math.round((Date.now() - startedAt) / 1000)} s with ${browser.name}.`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
