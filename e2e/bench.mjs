import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** `npm run bench`: measures the live product over 150,000 simulated records and prints one table. Asserts nothing. */
const { module } = await runnerImport(fileURLToPath(new URL('./bench/run-bench.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
});
// Vite has set it for itself; what is measured is what people run.
delete process.env.NODE_ENV;
await module.runBench(process.argv.slice(2));
process.exit();
