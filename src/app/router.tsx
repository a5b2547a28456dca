import { lazy, Suspense } from 'react';
import { createBrowserRouter, Navigate } from 'react-router';
import { QueuePage } from '#features/queue/queue-page.tsx';
import { CasefoldShell } from './casefold-shell.tsx';
import { NoSuchPage } from './no-such-page.tsx';
import { openingPath } from './opening-path.ts';
import { RouteFault } from './route-fault.tsx';

// The queue is what opens; everything else comes when it is wanted.
const PeekPane = lazy(async () => ({ default: (await import('#features/case/peek-pane.tsx')).PeekPane }));

export const router = createBrowserRouter([
  {
    element: <CasefoldShell />,
    errorElement: <RouteFault />,
    // Nothing stands there until the page of a first address is fetched.
    hydrateFallbackElement: <></>,
    children: [
      { index: true, Component: () => <Navigate to={openingPath()} replace /> },
      {
        path: 'queue',
        element: (
          <QueuePage
            renderPeek={(ref, actions) => (
              <Suspense>
                <PeekPane caseRef={ref} {...actions} />
              </Suspense>
            )}
          />
        ),
      },
      {
        path: 'case/:connectionId/:id',
        lazy: async () => ({ Component: (await import('#features/case/case-page.tsx')).CasePage }),
      },
      {
        path: 'connections',
        lazy: async () => ({
          Component: (await import('#features/connections/connections-page.tsx')).ConnectionsPage,
        }),
      },
      { path: '*', element: <NoSuchPage /> },
    ],
  },
]);
