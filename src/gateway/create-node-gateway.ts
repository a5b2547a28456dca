import { vendorsById } from '#vendors/registry.ts';
import { authenticators } from './authenticators.ts';
import { chooseVault } from './choose-vault.ts';
import { secretNames } from './connection-draft.ts';
import { readConnectionsFile } from './connections-file.ts';
import { createGateway, type Gateway, type GatewayOptions } from './create-gateway.ts';
import { homeFolder } from './home-folder.ts';
import { createNodeSend } from './node-send.ts';
import { createNodeStore } from './node-store.ts';
import type { RequestLogEntry } from './request-log.ts';
import { createScreenConnections } from './screen-connections.ts';
import { StartError } from './start-error.ts';

export type NodeGateway = Gateway & { close(): Promise<void> };

export type NodeGatewayOptions = Pick<GatewayOptions, 'access'> &
  Partial<Pick<GatewayOptions, 'vendors' | 'authenticators'>> & {
    environment: NodeJS.ProcessEnv;
    writeLog?: (line: string) => void;
  };

/**
 * The gateway as it runs on a machine: connections from CASEFOLD_CONNECTIONS and from the screen, secrets from their
 * places, calls over the network. Throws StartError when something of it is not as it must be.
 */
export async function createNodeGateway(options: NodeGatewayOptions): Promise<NodeGateway> {
  const {
    environment,
    access,
    vendors = vendorsById,
    writeLog = line => process.stderr.write(line),
  } = options;
  if (environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
    throw new StartError(
      'NODE_TLS_REJECT_UNAUTHORIZED=0 would switch off every certificate check: unset it, and trust the one certificate in the connection.',
    );
  }
  const file = environment['CASEFOLD_CONNECTIONS'] ?? '';
  const declared = file === '' ? [] : await readConnectionsFile(file, vendors, environment);
  const home = homeFolder(environment);
  const vault = await chooseVault(home, environment);
  const connections = await createNodeStore({
    declared,
    vault,
    screen: createScreenConnections(home),
    secretNames: id => {
      const vendor = vendors.get(id);
      return vendor === undefined ? [] : secretNames(vendor);
    },
  });
  const { send, close } = createNodeSend();
  const log = (entry: RequestLogEntry) =>
    writeLog(`${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
  const gateway = createGateway({
    vendors,
    authenticators: options.authenticators ?? authenticators,
    connections,
    send,
    access,
    ...(environment['CASEFOLD_LOG'] === '1' ? { log } : {}),
  });
  return { fetch: gateway.fetch, close };
}
