import { QueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { loadEngine } from '#store/engine/engine-client.ts';
import { takeToken } from '#store/gateway-api.ts';
import { App } from './app.tsx';

declare const __DEMO__: boolean;

if (__DEMO__) {
  const { startDemo } = await import('./demo.ts');
  await startDemo();
}

loadEngine();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
createRoot(root).render(
  <App
    token={takeToken()}
    client={new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: false } } })}
  />,
);
