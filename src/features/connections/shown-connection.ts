import { fillSettings } from '#domain/check-form.ts';
import type { Connection, KeepPolicy } from '#domain/connection.ts';
import type { ConnectionState } from '#domain/sync-state.ts';
import { isTroubled } from '#store/describe-health.ts';
import type { VendorInfo } from '#store/gateway-api.ts';
import { shownFields } from './form-values.ts';

/** What one card shows. */
export type ShownConnection = {
  connection: Connection;
  /** undefined: the gateway knows this vendor no longer. */
  vendor: VendorInfo | undefined;
  state: ConnectionState;
  isKeptOnDisk: boolean;
};

type Known = {
  connections: readonly Connection[];
  vendors: readonly VendorInfo[];
  states: readonly ConnectionState[];
  memoryOnly: readonly string[];
};

/** Trouble first, otherwise in the gateway's order. */
export function toShown({ connections, vendors, states, memoryOnly }: Known): readonly ShownConnection[] {
  const shown = connections.map(connection => ({
    connection,
    vendor: vendors.find(({ id }) => id === connection.vendor),
    state: states.find(({ connectionId }) => connectionId === connection.id) ?? notStarted(connection),
    isKeptOnDisk: !memoryOnly.includes(connection.id),
  }));
  const isBad = ({ state }: ShownConnection) => isTroubled(state);
  return [...shown.filter(isBad), ...shown.filter(one => !isBad(one))];
}

function notStarted({ id, vendor, name }: Connection): ConnectionState {
  return {
    connectionId: id,
    vendor,
    name,
    health: { kind: 'waiting' },
    held: 0,
    known: null,
    isKnownPartial: false,
    readAt: null,
    isCaughtUp: false,
  };
}

/** '6 connections, 3 need attention' */
export function sayCount(shown: readonly ShownConnection[]): string {
  const troubled = shown.filter(({ state }) => isTroubled(state)).length;
  const all = `${shown.length} ${shown.length === 1 ? 'connection' : 'connections'}`;
  if (troubled === 0) return all;
  return `${all}, ${troubled} ${troubled === 1 ? 'needs' : 'need'} attention`;
}

/** The host that answers for records; null when no address is set. */
export function hostOf({ connection, vendor }: ShownConnection): string | null {
  if (vendor === undefined) return null;
  const filled = fillSettings(vendor.form, connection.settings);
  const fields = shownFields(vendor.form, connection.settings).filter(({ kind }) => kind === 'origin');
  const field = fields.find(({ label }) => label === 'API address') ?? fields[0];
  const origin = filled[field?.key ?? ''] ?? '';
  return URL.canParse(origin) ? new URL(origin).host : null;
}

export type SecretSummary = {
  /** 'secret set' */
  words: string;
  isMissing: boolean;
  /** What the one to replace is called: 'API key'. */
  label: string;
};

/** Whether the secrets that this way of signing in needs are set; null where it needs none. */
export function summariseSecrets({ connection, vendor }: ShownConnection): SecretSummary | null {
  if (vendor === undefined) return null;
  const needed = shownFields(vendor.form, connection.settings).filter(({ kind }) => kind === 'secret');
  const [first] = needed;
  if (first === undefined) return null;
  const missing = needed.find(({ key }) => connection.secrets[key] !== true);
  return {
    words: missing === undefined ? 'secret set' : 'secret not set',
    isMissing: missing !== undefined,
    label: (missing ?? first).label,
  };
}

export function sayKeep(keep: KeepPolicy): string {
  if (keep === 'all') return 'Keeps everything.';
  return keep.closedDays === 0
    ? 'Keeps all that is open.'
    : `Keeps all that is open, and what was closed in the last ${keep.closedDays} d.`;
}
