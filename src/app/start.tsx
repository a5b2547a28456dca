import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { getAnalystSettings } from '#store/analyst-settings.ts';
import { startEngine } from '#store/engine/engine-client.ts';
import { dropToken, GatewayError, isTokenReplaced } from '#store/gateway-api.ts';
import { useConnectionListRevision, useConnections, useIsLockedOut } from '#store/queries.ts';
import { EmptyState } from '#ui/feedback/empty-state.tsx';

/** Starts the engine as soon as the gateway has said which connections there are, and says what to do when it does not. */
export function Start({ token, children }: { token: string | null; children: ReactNode }) {
  const { data, error, refetch } = useConnections();
  const [isStarted, setStarted] = useState(false);
  const listRevision = useConnectionListRevision();
  const isLockedOut = useIsLockedOut();

  // Another tab changed the connections.
  useEffect(() => {
    if (listRevision > 0) void refetch();
  }, [listRevision, refetch]);

  // The address with a key, pasted into a tab that differs in it alone: a browser loads nothing for that by itself.
  useEffect(() => {
    const takeUp = () => {
      if (location.hash.startsWith('#token=')) location.reload();
    };
    addEventListener('hashchange', takeUp);
    return () => removeEventListener('hashchange', takeUp);
  }, []);

  // Casefold was started anew under this page. Where another tab has brought the new key, a reload takes it up.
  useEffect(() => {
    if (!isLockedOut) return;
    if (isTokenReplaced(token)) location.reload();
    else void refetch();
  }, [isLockedOut, token, refetch]);

  // At once from the list of last time, and again when the gateway has answered with another one.
  useEffect(() => {
    if (data === undefined) return;
    const { connections } = data;
    const options = {
      token,
      connections,
      memoryOnly: getAnalystSettings().memoryOnly,
      isVisible: document.visibilityState === 'visible',
    };
    void startEngine(options).then(async engine => {
      await engine.setConnections(connections);
      setStarted(true);
    });
  }, [data, token]);

  const code = error instanceof GatewayError ? error.problem?.code : undefined;
  if (code === 'token-missing' || code === 'token-stale')
    return <TokenPage isStale={code === 'token-stale'} token={token} />;
  if (data === undefined && error !== null)
    return (
      <main>
        <EmptyState
          title="Casefold itself does not answer."
          actions={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          {error.message} Nothing kept in this browser is harmed.
        </EmptyState>
      </main>
    );
  if (!isStarted) return null;
  return children;
}

function TokenPage({ isStale, token }: { isStale: boolean; token: string | null }) {
  // The token is dropped, so whoever asks again hears that there is none; what happened stays what it was.
  const [isOfEarlierStart] = useState(isStale);
  useEffect(() => dropToken(token), [token]);
  return (
    <main>
      <EmptyState
        title={
          isOfEarlierStart
            ? 'This tab belongs to an earlier start of Casefold.'
            : 'This address alone does not open Casefold.'
        }
      >
        Each start makes a new key, so that no other page on this machine can use your connections. Open the
        address that <code>npm start</code> printed, the whole of it, with what follows the #. New tabs work
        after that. Nothing here was lost.
      </EmptyState>
    </main>
  );
}
