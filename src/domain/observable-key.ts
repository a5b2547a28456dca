import type { Observable } from './section.ts';

/** Equal for two spellings of one observable. The path of a URL tells capitals apart; everything else does not. */
export function observableKey({ type, value }: Pick<Observable, 'type' | 'value'>): string {
  return type === 'url' ? value : value.toLowerCase();
}
