import type { Connection } from '#domain/connection.ts';
import type { Exchange } from '#domain/section.ts';
import type { Vendor } from '#domain/vendor.ts';
import type { TracedCall } from './engine-port.ts';

const recorded = new WeakMap<AbortSignal, Exchange[]>();

/** Keeps what was called with a signal that somebody listens to; everything else passes. */
export function recordCall(signal: AbortSignal, exchange: Exchange): void {
  recorded.get(signal)?.push(exchange);
}

/** Runs a read and gives back the calls that it made. */
export async function traceCalls<Value>(
  signal: AbortSignal,
  read: (signal: AbortSignal) => Promise<Value>,
): Promise<{ value: Value; exchanges: readonly Exchange[] }> {
  const exchanges: Exchange[] = [];
  recorded.set(signal, exchanges);
  return { value: await read(signal), exchanges };
}

/** A call with the vendor's address, as a shell line too. */
export function toTracedCall(exchange: Exchange, vendor: Vendor, connection: Connection): TracedCall {
  const { method, target, path, body, answer } = exchange;
  const url = `${vendor.targets(connection.settings)[target] ?? ''}${path}`;
  return {
    method,
    url,
    ...(body === undefined ? {} : { body }),
    answer,
    curl: toCurl(exchange, url, vendor),
  };
}

function toCurl({ method, body }: Exchange, url: string, vendor: Vendor): string {
  const parts = ['curl', ...(method === 'GET' ? [] : ['-X', method]), quote(url)];
  // The variable is for the shell to fill in.
  parts.push('-H', `"${vendor.curlHeader}"`);
  if (body !== undefined)
    parts.push('-H', quote('Content-Type: application/json'), '--data', quote(JSON.stringify(body)));
  return parts.join(' ');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
