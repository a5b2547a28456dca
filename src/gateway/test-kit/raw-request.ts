import { connect } from 'node:net';

/** Sends bytes as they are and answers all that comes back until the other side closes or falls silent. */
export function sendRaw(port: number, text: string): Promise<string> {
  return new Promise(resolve => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.from(text, 'latin1')));
    socket.on('data', chunk => {
      received += chunk.toString('latin1');
      if (isWhole(received, text.startsWith('HEAD '))) socket.destroy();
    });
    socket.on('error', () => resolve(received));
    socket.on('close', () => resolve(received));
  });
}

/** Status of the first answer in raw text; 0 where the connection was closed without one. */
export function statusOf(received: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(received)?.[1] ?? 0);
}

function isWhole(received: string, isHead: boolean): boolean {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return false;
  if (isHead) return true;
  const head = received.slice(0, end);
  if (/transfer-encoding: chunked/i.test(head)) return received.endsWith('0\r\n\r\n');
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
  return Number.isNaN(length) ? /^HTTP\/1\.1 (204|304)/.test(head) : received.length >= end + 4 + length;
}
