import { isIP, type LookupFunction } from 'node:net';
import { type PeerCertificate, connect as tlsConnect } from 'node:tls';

const timeoutMs = 3_000;

/**
 * What a server shows as its certificate, for people to compare: nothing is sent over this connection and nothing
 * trusted because of it. Empty when it cannot be read.
 */
export function readCertificateFacts(
  hostname: string,
  port: number,
  lookup: LookupFunction,
): Promise<Record<string, string>> {
  return new Promise(resolve => {
    const socket = tlsConnect({
      host: hostname,
      port,
      lookup,
      rejectUnauthorized: false,
      ...(isIP(hostname) === 0 ? { servername: hostname } : {}),
    });
    const end = (facts: Record<string, string>) => {
      socket.destroy();
      resolve(facts);
    };
    socket.setTimeout(timeoutMs, () => end({}));
    socket.once('error', () => end({}));
    socket.once('secureConnect', () => end(toFacts(socket.getPeerCertificate())));
  });
}

function toFacts(certificate: PeerCertificate): Record<string, string> {
  const facts: Record<string, string> = {};
  const put = (key: string, value: unknown) => {
    if (typeof value === 'string' && value !== '')
      facts[key] = value.replace(/[^\x20-\x7e]/g, '?').slice(0, 200);
  };
  put('issuer', certificate.issuer?.O ?? certificate.issuer?.CN);
  put('subject', certificate.subject?.CN);
  put('names', certificate.subjectaltname?.replaceAll('DNS:', ''));
  put('validFrom', toIso(certificate.valid_from));
  put('validTo', toIso(certificate.valid_to));
  put('fingerprint', certificate.fingerprint256);
  return facts;
}

function toIso(text: string | undefined): string | undefined {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
