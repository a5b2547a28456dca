import { GatewayProblem } from './gateway-problem.ts';

/** The URL of a path on one of a connection's addresses. Refuses what would end up anywhere else. */
export function buildTargetUrl(
  targets: Readonly<Record<string, string>>,
  target: string,
  pathAndQuery: string,
): string {
  const origin = Object.hasOwn(targets, target) ? targets[target] : undefined;
  if (origin === undefined || origin === '') {
    throw new GatewayProblem('settings-invalid', 'This connection has no address for this call.', {
      facts: { target },
    });
  }
  const url = new URL(pathAndQuery, origin);
  if (url.origin !== new URL(origin).origin || url.pathname + url.search !== pathAndQuery) {
    throw new GatewayProblem('not-listed', 'The address of this call is not one Casefold makes.');
  }
  return url.href;
}
