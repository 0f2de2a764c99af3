import { defineConfig } from '@playwright/test';
import { ensureBrowser, launchArgs } from './scripts/browser.mjs';

const executablePath = await ensureBrowser();

// The processes of one run share the port through the environment; two runs at once do not collide.
const port = (process.env['E2E_PORT'] ??= String(20_000 + (process.pid % 10_000)));
// The built site must work under a sub-path, as on GitHub Pages, so that is how it is tested.
const base = '/zooscope/';
const ci = process.env['CI'] !== undefined;

// A journey opens a page, does a few things and is over: code is hardly ever run so often that the time
// spent on optimizing it comes back. Without that, and with the collector in the thread that needs it
// instead of beside two browsers on two processors, journeys take a fifth less. Benches go without this.
const args = [...launchArgs, '--js-flags=--single-threaded --no-opt --no-maglev'];

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: ci,
  // Only a hang is a failure: a journey waits for what it awaits, on however busy a machine.
  timeout: 600_000,
  expect: { timeout: 120_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}${base}`,
    locale: 'en-US',
    // The service worker fetches the whole site at the first visit: only its own journeys want that.
    serviceWorkers: 'block',
    // A window of its own costs more than most journeys: each finds the one before's, wiped clean.
    reuseContext: true,
    // Recording a trace costs a quarter of a journey. A failure says what was waited for and how the
    // page stood (its roles and names, and a picture); `--trace on` records the way there.
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort --base ${base}`,
    url: `http://127.0.0.1:${port}${base}`,
    timeout: 180_000,
  },
});
