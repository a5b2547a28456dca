import { useEffect } from 'react';

/** The browser asks before the page goes, while there are words on screen that are kept nowhere. */
export function useWarnOnLeaving(hasUnkeptWords: boolean): void {
  useEffect(() => {
    if (!hasUnkeptWords) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [hasUnkeptWords]);
}
