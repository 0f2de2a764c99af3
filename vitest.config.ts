import { defineConfig } from 'vitest/config';

/** Properties and searches take seconds, and many more on a busy machine: only a hang is a failure. */
const patience = { testTimeout: 600_000, hookTimeout: 600_000 };
/** What may have a window, a clock or a worker of its own. */
const page = ['src/page/**/*.test.{ts,tsx}', '{src,scripts}/**/*.test.tsx'];

export default defineConfig({
  test: {
    // All of the processors: by default one is left to whoever watches, which is half of two.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...patience,
          name: 'simulation',
          environment: 'node',
          include: ['{src,scripts}/**/*.test.ts'],
          exclude: page,
          // Nothing there keeps anything in a module: files share a process, which reads the code once.
          isolate: false,
        },
      },
      { test: { ...patience, name: 'page', environment: 'node', include: page } },
    ],
  },
});
