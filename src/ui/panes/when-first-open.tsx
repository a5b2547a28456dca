import { type ReactNode, Suspense, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';

/** What loads only when it is first opened, and then stays, so that it can close with its transition. */
export function WhenFirstOpen({ isOpen, children }: { isOpen: boolean; children: ReactNode }) {
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  if (!wasOpen) return null;
  return (
    <ErrorBoundary fallback={null} resetKeys={[isOpen]}>
      <Suspense fallback={null}>{children}</Suspense>
    </ErrorBoundary>
  );
}
