import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ErrorBoundary } from 'react-error-boundary';
import { RouterProvider } from 'react-router/dom';
import { KitProvider } from '#ui/theme/kit-provider.tsx';
import { BrokenPage } from './broken-page.tsx';
import { router } from './router.tsx';
import { Start } from './start.tsx';

export function App({ token, client }: { token: string | null; client: QueryClient }) {
  return (
    <KitProvider>
      <ErrorBoundary FallbackComponent={BrokenPage}>
        <QueryClientProvider client={client}>
          <Start token={token}>
            <RouterProvider router={router} />
          </Start>
        </QueryClientProvider>
      </ErrorBoundary>
    </KitProvider>
  );
}
