import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** Starts the simulated vendors: `node` of this project's oldest version does not run TypeScript by itself, Vite does. */
const { module } = await runnerImport(fileURLToPath(new URL('./serve.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
});

try {
  const running = await module.serveWorld(process.env);
  let isEnding = false;
  const end = () => {
    if (isEnding) process.exit(1);
    isEnding = true;
    void running.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  const lines = module.describeWorld(running);
  for (const line of lines) console.log(line);
  console.log(`Connections: ${running.file}`);
  console.log(`Simulators: ${lines.length} of scenario ${running.world.scenario} ready`);
} catch (error) {
  // What the one who started it can mend is said in one sentence; anything else is a bug and shows where.
  if (error?.name !== 'StartProblem') throw error;
  console.error(error.message);
  process.exit(2);
}
