import type { SimulatedCase } from './records.ts';
import { techniquesOf } from './techniques.ts';

/** The vendor's own few lines on a case. Without `formatted` it is an object. */
export function summarise(simulated: SimulatedCase, isFormatted: boolean): string | object {
  const found = techniquesOf(simulated);
  const stages = unique(found.map(({ stage }) => stage));
  const tactics = unique(found.map(({ tactic }) => tactic.name));
  const techniques = unique(found.map(({ technique }) => technique.name));
  const users = simulated.story?.users ?? [simulated.user];
  const hosts = simulated.story?.hosts ?? [simulated.host];
  if (!isFormatted) {
    return {
      kill_chain_stages: stages,
      tactics,
      techniques,
      users,
      hosts,
    };
  }
  const lines = [
    `Observed ${stages.length} XDR Kill Chain Stages: ${stages.join(', ')}`,
    `Observed ${tactics.length} tactics: ${tactics.join(', ')}`,
    `Observed ${techniques.length} techniques: ${techniques.join(', ')}`,
  ];
  if (users.length > 0) lines.push(`Involved ${users.length} users: ${users.join(', ')}`);
  if (hosts.length > 0) lines.push(`Involved ${hosts.length} hosts: ${hosts.join(', ')}`);
  return lines.join('\n');
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
