import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { ahead } from './scripts/ahead.mjs';
import { atOnce } from './scripts/at-once.mjs';
import { built } from './scripts/built.mjs';
import { bundleOf, workerBundleOf } from './scripts/bundles.mjs';
import { facades } from './scripts/facades.mjs';
import { licenses } from './scripts/licenses.mjs';
import { messages } from './scripts/messages.mjs';
import { offline } from './scripts/offline.mjs';
import { policy } from './scripts/policy.mjs';
import { preview } from './scripts/preview.mjs';
import { quickLocale } from './scripts/quick-locale.mjs';
import { shares } from './scripts/shares.mjs';
import { siteFolder } from './scripts/site-folder.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const sources = fileURLToPath(new URL('src', import.meta.url));
const site = siteFolder(root);
const license = licenses(root, site.path);

/** A protocol's file is called by its protocol, and a lesson's by its lesson, of which their folders have the names. */
const calledBy = (source: string | null | undefined): string =>
  /\/scenarios\/(\w+)\/adapter\.ts$/.exec(source ?? '')?.[1] ??
  /\/(lesson)s\/([\w-]+)\/lesson\.json$/
    .exec(source ?? '')
    ?.slice(1)
    .join('-') ??
  '[name]';

export default defineConfig({
  // Relative, so that the built site works under any path of any static file server.
  base: './',
  plugins: [
    site.plugin(),
    built(),
    policy(),
    preview(),
    ahead(root),
    facades(),
    shares(root),
    license.page(),
    messages(),
    react(),
    quickLocale(),
    { ...optimizeLocales.vite({ locales: ['en-US', 'zh-CN'] }), enforce: 'pre' as const },
    offline(site.path, [license.serviceWorker()]),
  ],
  worker: {
    format: 'es',
    plugins: () => [license.worker(), atOnce()],
    rolldownOptions: {
      output: {
        chunkFileNames: ({ facadeModuleId }) => `assets/${calledBy(facadeModuleId)}-[hash].js`,
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: workerBundleOf(sources) }],
        },
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
          groups: [{ name: 'page', tags: ['$initial'] }, { name: bundleOf(sources) }],
        },
      },
    },
  },
});
