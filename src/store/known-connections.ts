import type { ConnectionList } from './gateway-api.ts';

const key = 'casefold-connections';

/**
 * The gateway's list as it was last read, without secrets as always, so that a reload shows the queue from disk
 * before any request returns. The list that the gateway then sends replaces it.
 */
export function readKnownConnections(): ConnectionList | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isConnectionList(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function keepKnownConnections(list: ConnectionList): void {
  try {
    localStorage.setItem(key, JSON.stringify(list));
  } catch {
    // A full storage costs the head start of the next reload, nothing else.
  }
}

function isConnectionList(value: unknown): value is ConnectionList {
  return (
    typeof value === 'object' &&
    value !== null &&
    'connections' in value &&
    Array.isArray(value.connections) &&
    'vendors' in value &&
    Array.isArray(value.vendors) &&
    'secretStore' in value
  );
}
