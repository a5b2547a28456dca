import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { contentSecurityPolicy } from './src/gateway/security-headers.ts';

/**
 * Three builds of one source: `vite build` makes the live app (dist/app), `--mode demo` the same app with simulated
 * vendors behind a service worker (dist/demo), `--ssr` the gateway (dist/server).
 */
export default defineConfig(async ({ mode, isSsrBuild, command }) => {
  const isDemo = mode === 'demo';
  const { gatewayPlugin } =
    command === 'serve' && process.env['VITEST'] === undefined
      ? await import('./src/gateway/vite-plugin.ts')
      : { gatewayPlugin: null };
  return {
    define: { __DEMO__: JSON.stringify(isDemo) },
    plugins: [
      react(),
      ...(isDemo ? [serviceWorkerOfTheDemo(), policyInThePage(), pageAtEveryRoute()] : []),
      ...(gatewayPlugin === null ? [] : [gatewayPlugin()]),
    ],
    build: {
      target: 'es2023',
      outDir: isSsrBuild ? 'dist/server' : isDemo ? 'dist/demo' : 'dist/app',
      copyPublicDir: !isSsrBuild,
      ...(isSsrBuild
        ? { rolldownOptions: { input: ['src/gateway/serve.ts', 'src/gateway/serve-demo.ts'] } }
        : {}),
      sourcemap: false,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1200,
    },
    worker: { format: 'es' as const },
    ssr: { external: ['@napi-rs/keyring'], noExternal: true as const },
  };
});

/** MSW's worker belongs to the demo alone: the live app must not be able to register one. */
function serviceWorkerOfTheDemo(): Plugin {
  return {
    name: 'casefold-demo-service-worker',
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: 'mockServiceWorker.js',
        source: readFileSync('mocks/public/mockServiceWorker.js'),
      });
    },
  };
}

/** A static site has no headers of ours, so the policy stands in the page. */
function policyInThePage(): Plugin {
  return {
    name: 'casefold-demo-policy',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy({ isDemo: true }) },
        injectTo: 'head-prepend' as const,
      },
    ],
  };
}

/** A plain web server knows no routes: the page stands at each of them, and where nothing is found. */
function pageAtEveryRoute(): Plugin {
  return {
    name: 'casefold-demo-routes',
    writeBundle: ({ dir = 'dist/demo' }) => {
      for (const route of ['queue', 'connections']) {
        mkdirSync(`${dir}/${route}`, { recursive: true });
        copyFileSync(`${dir}/index.html`, `${dir}/${route}/index.html`);
      }
      copyFileSync(`${dir}/index.html`, `${dir}/404.html`);
    },
  };
}
