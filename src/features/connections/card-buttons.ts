import type { Health } from '#domain/sync-state.ts';
import type { SecretSummary } from './shown-connection.ts';

export type CardButton = 'replace-secret' | 'try-now' | 'test' | 'edit';

/** What a card offers, what helps first. Nothing that calls a vendor which asked to be left alone. */
export function chooseButtons(health: Health, secret: SecretSummary | null): readonly CardButton[] {
  if (health.kind === 'rate-limited') return ['edit'];
  if (health.kind === 'signed-out') {
    if (health.reason === 'totp-required') return ['edit'];
    return secret === null ? ['test', 'edit'] : ['replace-secret', 'test'];
  }
  if (secret?.isMissing === true) return ['replace-secret', 'edit'];
  if (health.kind === 'not-reachable' || health.kind === 'not-understood') return ['try-now', 'test', 'edit'];
  if (health.kind === 'refused') return ['test', 'try-now', 'edit'];
  return ['test', 'edit'];
}
