import { Check, Copy, type LucideIcon, X } from 'lucide-react';
import type { CopyState } from './copy-text.ts';

/** What is said of it, and nothing while nothing was copied. */
export const copyWords: Readonly<Record<CopyState, string>> = {
  idle: '',
  copied: 'Copied',
  refused: 'The browser did not allow copying',
};

type CopyIconProps = { state: CopyState; sizePx: number; idle?: LucideIcon };

export function CopyIcon({ state, sizePx, idle = Copy }: CopyIconProps) {
  const Icon = { idle, copied: Check, refused: X }[state];
  return <Icon size={sizePx} aria-hidden />;
}

/** Reads out how it went. */
export function CopyStatus({ state }: { state: CopyState }) {
  return (
    <span className="cf-unseen" role="status">
      {copyWords[state]}
    </span>
  );
}
