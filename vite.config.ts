import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  // Relative, so that the built site works under any path of any static file server.
  base: './',
  plugins: [
    react(),
    { ...optimizeLocales.vite({ locales: ['en-US', 'zh-CN'] }), enforce: 'pre' as const },
  ],
  worker: { format: 'es' },
  // scripts/size.mjs reads the manifest.
  build: { target: 'es2023', manifest: true },
});
