import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { ahead } from './scripts/ahead.mjs';
import { built } from './scripts/built.mjs';
import { bundleOf } from './scripts/bundles.mjs';
import { licenses } from './scripts/licenses.mjs';
import { offline } from './scripts/offline.mjs';
import { policy } from './scripts/policy.mjs';
import { preview } from './scripts/preview.mjs';
import { quickLocale } from './scripts/quick-locale.mjs';
import { shares } from './scripts/shares.mjs';
import { siteFolder } from './scripts/site-folder.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const site = siteFolder(root);
const license = licenses(root, site.path);

export default defineConfig({
  // Relative, so that the built site works under any path of any static file server.
  base: './',
  plugins: [
    site.plugin(),
    built(),
    policy(),
    preview(),
    ahead(root),
    shares(root),
    license.page(),
    react(),
    quickLocale(),
    { ...optimizeLocales.vite({ locales: ['en-US', 'zh-CN'] }), enforce: 'pre' as const },
    offline(site.path, [license.serviceWorker()]),
  ],
  worker: {
    format: 'es',
    plugins: () => [license.worker()],
    rolldownOptions: {
      output: {
        // A protocol's file is called by its protocol, of which its folder has the name.
        chunkFileNames: ({ facadeModuleId }) =>
          `assets/${/\/scenarios\/(\w+)\/adapter\.ts$/.exec(facadeModuleId ?? '')?.[1] ?? '[name]'}-[hash].js`,
      },
    },
  },
  // scripts/size.mjs reads the manifest.
  build: {
    target: 'es2023',
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'page', tags: ['$initial'] },
            { name: bundleOf(fileURLToPath(new URL('src', import.meta.url))) },
          ],
        },
      },
    },
  },
});
