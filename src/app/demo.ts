import { http } from 'msw';
import { setupWorker } from 'msw/browser';
import { authenticators } from '#gateway/authenticators.ts';
import { createGateway } from '#gateway/create-gateway.ts';
import { createMemoryStore } from '#gateway/memory-store.ts';
import { networkProblem } from '#gateway/network-problem.ts';
import { isScenarioName } from '#mocks/simulator.ts';
import { createWorld } from '#mocks/world.ts';
import { vendorsById } from '#vendors/registry.ts';

const epochKey = 'casefold-demo-epoch';
const oldestEpochMs = 12 * 3_600_000;
const workerUrl = '/mockServiceWorker.js';

/**
 * The demo: the real gateway and the real adapters against simulated vendors, all within this page, behind its
 * service worker. The one file that joins gateway and mocks; it is in no other build.
 */
export async function startDemo(): Promise<void> {
  trustOnlyTheServiceWorker();
  const world = createWorld({ scenario: readScenario(), now: Date.now, epoch: await readEpoch() });
  const gateway = createGateway({
    vendors: vendorsById,
    authenticators,
    access: null,
    connections: createMemoryStore(
      world.connections.connections.map(({ secrets, ...connection }) => ({
        record: { ...connection, keep: 'all', source: 'demo' },
        secrets,
      })),
      {
        kind: 'demo',
        notice: 'This is the demo: five simulated vendors in this browser. It takes no secrets.',
      },
    ),
    send: request =>
      world.send(request).catch(error => {
        throw networkProblem(error, new URL(request.url).host) ?? error;
      }),
  });
  const worker = setupWorker(http.all(`${location.origin}/api/*`, ({ request }) => gateway.fetch(request)));
  await worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: workerUrl },
  });
}

/** `?scenario=` for those who show it; kept for the tab, so that it survives moving about. */
function readScenario() {
  const asked = new URLSearchParams(location.search).get('scenario');
  if (asked !== null) sessionStorage.setItem('casefold-demo-scenario', asked);
  const kept = sessionStorage.getItem('casefold-demo-scenario');
  return isScenarioName(kept) ? kept : 'demo';
}

/** The instant that the stories are told relative to: the same over reloads, renewed twice a day with an empty cache. */
async function readEpoch(): Promise<number> {
  const scenario = readScenario();
  const [keptScenario, keptAt] = (localStorage.getItem(epochKey) ?? '').split(' ');
  const epoch = Number(keptAt);
  if (keptScenario === scenario && Date.now() - epoch < oldestEpochMs) return epoch;
  await new Promise(resolve => {
    const deletion = indexedDB.deleteDatabase('casefold-rows');
    deletion.onsuccess = resolve;
    deletion.onerror = resolve;
    deletion.onblocked = resolve;
  });
  const now = Date.now();
  localStorage.setItem(epochKey, `${scenario} ${now}`);
  return now;
}

type TrustedTypes = {
  createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => void;
};

/** Trusted Types ask for a policy where a script is named by address; this one knows the service worker alone. */
function trustOnlyTheServiceWorker(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createScriptURL: url => {
      if (new URL(url, location.href).pathname !== workerUrl) throw new TypeError('Only the service worker.');
      return url;
    },
  });
}
