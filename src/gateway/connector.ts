import { isIP, type LookupFunction, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { buildConnector } from 'undici';
import { GatewayProblem } from './gateway-problem.ts';
import type { JudgeAddress } from './judge-address.ts';
import type { Trust } from './trust.ts';

export type ConnectorOptions = {
  trust: Trust;
  judge: JudgeAddress;
  connectTimeoutMs: number;
  lookup: LookupFunction;
};

/**
 * Opens sockets to vendors. Every address is judged before a byte is sent to it: names as they resolve for this very
 * socket, literals at once, and the connected socket's own remote address at last.
 */
export function createConnector(options: ConnectorOptions): buildConnector.connector {
  const { trust, judge, connectTimeoutMs, lookup } = options;
  const pin = trust.certificateSha256;
  const connect = buildConnector({
    timeout: connectTimeoutMs,
    minVersion: 'TLSv1.2',
    lookup: judgeLookup(lookup, judge),
    ...(trust.ca === null ? {} : { ca: trust.ca }),
    // A pinned certificate is compared below, before the socket is used.
    ...(pin === null ? {} : { rejectUnauthorized: false, maxCachedSessions: 0 }),
  });

  return (target, callback) => {
    const host = target.hostname;
    if (isIP(host) !== 0 && !judge(host, host)) {
      callback(addressRefused(host), null);
      return;
    }
    connect(target, (error, socket) => {
      if (error !== null) {
        callback(error, null);
        return;
      }
      const refusal = judge(socket.remoteAddress ?? '', host) ? judgePin(socket, pin) : addressRefused(host);
      if (refusal === null) callback(null, socket);
      else {
        socket.destroy();
        callback(refusal, null);
      }
    });
  };
}

/** Resolves as the system does, and leaves out what may not be connected to. */
export function judgeLookup(lookup: LookupFunction, judge: JudgeAddress): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, address, family) => {
      if (error !== null) callback(error, address, family);
      else if (typeof address === 'string') {
        callback(judge(address, hostname) ? null : addressRefused(hostname), address, family);
      } else {
        const allowed = address.filter(found => judge(found.address, hostname));
        callback(allowed.length === 0 ? addressRefused(hostname) : null, allowed);
      }
    });
  };
}

function judgePin(socket: Socket, pin: string | null): GatewayProblem | null {
  if (pin === null || !(socket instanceof TLSSocket)) return null;
  const fingerprint = socket.getPeerCertificate().fingerprint256 ?? '';
  if (normalisePin(fingerprint) === pin) return null;
  return new GatewayProblem(
    'tls-unknown-authority',
    'The certificate is not the one whose fingerprint the connection trusts.',
    { facts: { fingerprint } },
  );
}

/** 'AA:BB…' → 'aabb…' */
export function normalisePin(text: string): string {
  return text.replaceAll(':', '').toLowerCase();
}

function addressRefused(host: string): GatewayProblem {
  return new GatewayProblem(
    'address-refused',
    'The name leads to an address that Casefold does not connect to. Nothing was sent there.',
    { facts: { host } },
  );
}
