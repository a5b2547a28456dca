import { spawnSync } from 'node:child_process';

/** Builds what the specs run against, unless whoever started them has just done so. */
export default function buildOnce(): void {
  if (process.env['CASEFOLD_BUILT'] === '1') return;
  for (const script of ['build', 'build:demo']) {
    const { status } = spawnSync('npm', ['run', script, '--silent'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error(`npm run ${script} failed`);
  }
}
