import { VendorError } from '#domain/vendor-error.ts';
import { ErrorLine } from '#ui/feedback/error-line.tsx';
import { useTicking } from '#ui/time/ticker.ts';
import { describeTrouble } from './describe-trouble.ts';

type SectionTroubleProps = {
  error: Error;
  badge: string;
  /** When what is shown was read; null: nothing is shown. */
  readAt: number | null;
  isRetrying: boolean;
  onRetry: () => void;
};

/** A section that failed, in its own place. */
export function SectionTrouble({ error, badge, readAt, isRetrying, onRetry }: SectionTroubleProps) {
  const held = readAt === null ? null : ({ what: 'answer', readAt } as const);
  const text = useTicking(nowMs => describeTrouble(error, badge, held, nowMs));
  return <ErrorLine text={text} onRetry={onRetry} isRetrying={isRetrying} />;
}

/** The case was not read for the same reason, which stands above all sections already. */
export function isSameTrouble(error: Error, caseError: Error | null): boolean {
  return error instanceof VendorError && caseError instanceof VendorError && error.code === caseError.code;
}
