// What makes the built site work without a network: its service worker (src/offline/sw.ts) with the list
// of files it keeps, and the manifest by which it is installed.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VitePWA } from 'vite-plugin-pwa';

/**
 * @param {() => string} folder where the site is built
 * @param {import('vite').PluginOption[]} plugins of the service worker's own build
 */
export const offline = (folder, plugins) =>
  VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/offline',
    filename: 'sw.ts',
    injectRegister: false,
    injectManifest: {
      globPatterns: ['**/*.{html,js,css,svg,webmanifest}', 'icon-*.png'],
      // Their names say what they hold.
      dontCacheBustURLsMatching: /^assets\//,
      buildPlugins: { vite: plugins },
      // A file that is not of this build is refused, so that no cache ever holds files of two.
      manifestTransforms: [
        (entries) => ({
          manifest: entries.map((entry) => ({
            ...entry,
            integrity: `sha256-${createHash('sha256')
              .update(readFileSync(join(folder(), entry.url)))
              .digest('base64')}`,
          })),
          warnings: [],
        }),
      ],
    },
    manifest: {
      id: './',
      name: 'Zooscope',
      short_name: 'Zooscope',
      description: 'See ZooKeeper elections and Paxos happen, step by step.',
      lang: 'en',
      start_url: './',
      scope: './',
      display: 'standalone',
      background_color: '#fcfcfa',
      theme_color: '#fcfcfa',
      icons: [
        { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
        {
          src: 'icon-maskable-512.png',
          sizes: '512x512',
          type: 'image/png',
          purpose: 'maskable',
        },
      ],
    },
  });
