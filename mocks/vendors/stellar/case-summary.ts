import type { SimulatedCase } from './records.ts';
import { techniqueOf } from './techniques.ts';

/** The vendor's own few lines on a case. Without `formatted` it is an object. */
export function summarise(simulated: SimulatedCase, isFormatted: boolean): string | object {
  const technique = techniqueOf(simulated);
  const users = simulated.story?.users ?? [simulated.user];
  const hosts = simulated.story?.hosts ?? [simulated.host];
  if (!isFormatted) {
    return {
      kill_chain_stages: [technique.stage],
      tactics: [technique.tactic.name],
      techniques: [technique.technique.name],
      users,
      hosts,
    };
  }
  const lines = [
    `Observed 1 XDR Kill Chain Stages: ${technique.stage}`,
    `Observed 1 tactics: ${technique.tactic.name}`,
    `Observed 1 techniques: ${technique.technique.name}`,
  ];
  if (users.length > 0) lines.push(`Involved ${users.length} users: ${users.join(', ')}`);
  if (hosts.length > 0) lines.push(`Involved ${hosts.length} hosts: ${hosts.join(', ')}`);
  return lines.join('\n');
}
