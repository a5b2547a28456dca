import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Certificate = { key: string; cert: string };

/** Makes an authority and server certificates with the openssl of this machine. */
export function createCertificates(folder: string) {
  const file = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const read = (name: string): Certificate => ({
    key: readFileSync(file(`${name}.key`), 'utf8'),
    cert: readFileSync(file(`${name}.pem`), 'utf8'),
  });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

  openssl(
    ...['req', '-x509', ...newKey, '-keyout', 'authority.key', '-out', 'authority.pem', '-days', '30'],
    ...['-subj', '/O=Plum Authority/CN=Plum Root'],
  );
  function sign(name: string, altName: string, days: number): Certificate {
    openssl(
      ...['req', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`],
      ...['-addext', `subjectAltName=${altName}`],
    );
    openssl(
      ...['x509', '-req', '-in', `${name}.csr`, '-CA', 'authority.pem', '-CAkey', 'authority.key'],
      ...['-CAcreateserial', '-copy_extensions', 'copy', '-out', `${name}.pem`, '-days', String(days)],
    );
    return read(name);
  }
  return {
    authorityFile: file('authority.pem'),
    good: sign('good', 'IP:127.0.0.1', 30),
    wrongName: sign('wrong-name', 'DNS:other.example', 30),
    expired: sign('expired', 'IP:127.0.0.1', -1),
  };
}
