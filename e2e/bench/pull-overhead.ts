import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Agent, request } from 'undici';
import { builtServer } from './build.ts';
import { median } from './interactions.ts';
import { startProcess } from './processes.ts';

const pages = 280;
const inFlight = 4;
const rounds = 3;
const path = '/connect/api/v1/cases?limit=500&FROM~created_at=0&TO~created_at=1900000000000';

export type PullTimes = { directMs: number; gatewayMs: number };

/** 280 pages of 500 cases from a vendor 20 ms away, four at a time: straight, and through the gateway. Medians. */
export async function timePulls(): Promise<PullTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'casefold-bench-'));
  const file = join(folder, 'declared.json');
  const vendor = await startProcess([resolve('e2e/bench/slow-vendor.mjs')], {}, /^Vendor: (\S+)$/m);
  const settings = { origin: vendor.line, username: 'bench@example.com' };
  const connection = { id: 'far', vendor: 'stellar', name: 'Far', settings, secrets: { apiKey: 'bench' } };
  writeFileSync(file, JSON.stringify({ connections: [connection] }), { mode: 0o600 });
  const casefold = await startProcess(
    [join(builtServer, 'serve.js')],
    { PORT: '0', CASEFOLD_CONNECTIONS: file, CASEFOLD_HOME: folder },
    /^Casefold: (\S+)$/m,
  );
  const { origin, hash } = new URL(casefold.line);
  const headers = { 'x-casefold-token': hash.slice('#token='.length) };

  const direct: number[] = [];
  const through: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const directMs = await pull(vendor.line + path, { authorization: 'Bearer bench' });
    const gatewayMs = await pull(`${origin}/api/c/far${path}`, headers);
    // The first round warms both.
    if (round === 0) continue;
    direct.push(directMs);
    through.push(gatewayMs);
  }
  await casefold.stop();
  await vendor.stop();
  rmSync(folder, { recursive: true, force: true });
  return { directMs: median(direct), gatewayMs: median(through) };
}

async function pull(url: string, headers: Record<string, string>): Promise<number> {
  const agent = new Agent({ connections: inFlight, pipelining: 1 });
  const startedAt = performance.now();
  let left = pages;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const { statusCode, body } = await request(url, { dispatcher: agent, headers });
      const bytes = await body.arrayBuffer();
      if (statusCode !== 200)
        throw new Error(`${url} answered ${statusCode}: ${new TextDecoder().decode(bytes)}`);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  const tookMs = performance.now() - startedAt;
  await agent.close();
  return tookMs;
}
