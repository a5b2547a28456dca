import { type ChildProcess, spawn } from 'node:child_process';

export type RunningProcess = { line: string; pid: number; stop: () => Promise<void> };

/** Starts a script of Node and waits for the line that says it is ready; `line` is that line's first group. */
export function startProcess(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  ready: RegExp,
): Promise<RunningProcess> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const hear = (chunk: Buffer) => {
      said = (said + String(chunk)).slice(-20_000);
      const match = ready.exec(said);
      if (match !== null)
        resolve({ line: match[1] ?? match[0], pid: child.pid ?? 0, stop: () => stopProcess(child) });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', code => reject(new Error(`${args.join(' ')} ended with ${code}:\n${said}`)));
    process.on('exit', () => child.kill());
  });
}

function stopProcess(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    if (child.exitCode !== null) return resolve();
    child.on('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
