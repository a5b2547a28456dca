import type { ProblemCode } from '#domain/problem.ts';
import { GatewayProblem } from './gateway-problem.ts';

const codes: Readonly<Record<string, ProblemCode>> = {
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  ENODATA: 'name-not-found',
  ECONNREFUSED: 'connection-refused',
  EHOSTUNREACH: 'connection-refused',
  ENETUNREACH: 'connection-refused',
  EADDRNOTAVAIL: 'connection-refused',
  ECONNRESET: 'connection-reset',
  EPIPE: 'connection-reset',
  UND_ERR_SOCKET: 'connection-reset',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  ETIMEDOUT: 'connect-timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_OVERFLOW: 'unreadable',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'connection-reset',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls-unknown-authority',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls-unknown-authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls-unknown-authority',
  UNABLE_TO_GET_ISSUER_CERT: 'tls-unknown-authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls-unknown-authority',
  CERT_UNTRUSTED: 'tls-unknown-authority',
  INVALID_CA: 'tls-unknown-authority',
  CERT_HAS_EXPIRED: 'tls-expired',
  CERT_NOT_YET_VALID: 'tls-expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls-wrong-name',
};

const titles: Partial<Record<ProblemCode, (host: string) => string>> = {
  'name-not-found': host => `No machine is called ${host}. Check the address, or whether a VPN is needed.`,
  'connection-refused': host => `${host} cannot be reached: nothing answers at this address and port.`,
  'connection-reset': host => `${host} broke the connection off before its answer was whole.`,
  'connect-timeout': host => `${host} did not take the connection in time.`,
  timeout: host => `${host} did not answer in time.`,
  unreadable: host => `${host} answered with something that is not proper HTTP.`,
  'tls-unknown-authority': host =>
    `The certificate of ${host} is signed by an authority that this machine does not know. Compare the fingerprint and trust it in the settings, or name the authority's file.`,
  'tls-expired': host => `The certificate of ${host} is out of date.`,
  'tls-wrong-name': host => `The certificate shown is not for ${host}.`,
  'tls-failed': host => `No secure connection to ${host} could be agreed on.`,
};

/** Why there was no answer, as a problem; null when the error is not one of the network. */
export function networkProblem(error: unknown, host: string): GatewayProblem | null {
  const code = problemCodeOf(error);
  const title = code === null ? undefined : titles[code];
  if (code === null || title === undefined) return null;
  return new GatewayProblem(code, title(host), { facts: { host } });
}

function problemCodeOf(error: unknown): ProblemCode | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = codes[code];
  if (known !== undefined) return known;
  if (error.name === 'HTTPParserError' || code.startsWith('HPE_')) return 'unreadable';
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR_')) return 'unreadable';
  if (
    code === 'EPROTO' ||
    code.startsWith('ERR_SSL') ||
    code.startsWith('ERR_TLS') ||
    code.startsWith('CERT_')
  ) {
    return 'tls-failed';
  }
  // undici and happy-eyeballs wrap what happened.
  if (error instanceof AggregateError) return problemCodeOf(error.errors.at(-1));
  return error.cause === undefined ? null : problemCodeOf(error.cause);
}
