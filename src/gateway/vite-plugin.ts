import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Plugin } from 'vite';
import { createNodeGateway } from './create-node-gateway.ts';
import { createTokenCheck, readLaunchToken } from './launch-token.ts';
import { refuseRawRequest } from './refuse-raw-request.ts';

/**
 * The gateway inside `vite`: same code, same rules, same settings from the environment. Vite's own proxy is not used:
 * it forwards whatever it is sent.
 */
export function gatewayPlugin(): Plugin {
  return {
    name: 'casefold-gateway',
    apply: 'serve',
    config: () => ({
      // What is written while somebody builds or tests beside it is no reason to load the page anew.
      server: { watch: { ignored: ['**/dist/**', '**/e2e/**', '**/test-results/**'] } },
      // Found late, what only the engine's worker needs would load the page anew as well.
      optimizeDeps: { entries: ['index.html', 'src/store/engine/worker.ts'] },
    }),
    async configureServer(server) {
      const token = readLaunchToken(process.env);
      const hosts = new Set<string>();
      const access = { isToken: createTokenCheck(token), hosts };
      const gateway = await createNodeGateway({ environment: process.env, access });
      const listener = getRequestListener(gateway.fetch, { overrideGlobalObjects: false });

      server.middlewares.use((incoming, outgoing, next) => {
        if (!incoming.url?.startsWith('/api/')) next();
        else if (!refuseRawRequest(incoming, outgoing)) void listener(incoming, outgoing);
      });
      const { httpServer } = server;
      httpServer?.once('listening', () => {
        const { port } = httpServer.address() as AddressInfo;
        hosts.add(`localhost:${port}`).add(`127.0.0.1:${port}`).add(`[::1]:${port}`);
        server.config.logger.info(`Casefold: http://localhost:${port}/#token=${token}`);
      });
      httpServer?.once('close', () => void gateway.close());
    },
  };
}
