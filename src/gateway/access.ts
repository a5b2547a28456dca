import { GatewayProblem } from './gateway-problem.ts';

/** Who may call: the page that this very process served, holding this start's token. */
export type Access = {
  /** Compares in constant time. */
  isToken: (text: string) => boolean;
  /** Every allowed `Host`, exactly as it must be sent: '127.0.0.1:4680'. */
  hosts: ReadonlySet<string>;
};

const safeMethods = new Set(['GET', 'HEAD']);

/** An exact list, so that a name which merely resolves here (DNS rebinding) is not us. */
export function refuseForeignHost(headers: Headers, access: Access): void {
  if (!access.hosts.has(headers.get('host') ?? '')) {
    throw new GatewayProblem('host-refused', 'Casefold is not served under this name.');
  }
}

/** Another site, another port of this machine and a bare form are all refused, whatever else they bring. */
export function refuseForeignOrigin(method: string, headers: Headers): void {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  const own = `http://${headers.get('host')}`;
  const isForeign = (origin !== null && origin !== own) || (site !== null && site !== 'same-origin');
  const isUnknown = origin === null && site === null && !safeMethods.has(method);
  if (isForeign || isUnknown) {
    throw new GatewayProblem('origin-refused', 'This call did not come from the Casefold page.');
  }
}

export function refuseWithoutToken(headers: Headers, access: Access): void {
  const token = headers.get('x-casefold-token');
  if (token === null || token === '') {
    throw new GatewayProblem('token-missing', 'Open Casefold with the address it printed when it started.');
  }
  if (!access.isToken(token)) {
    throw new GatewayProblem(
      'token-stale',
      'Casefold was started anew since this page was opened. Open it with the address it printed.',
    );
  }
}
