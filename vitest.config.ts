import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          // Properties and searches take seconds, and many more on a busy machine: only a hang is a failure.
          testTimeout: 600_000,
          hookTimeout: 600_000,
          include: [
            'src/**/*.test.ts',
            'src/**/*.test.tsx',
            'scripts/**/*.test.ts',
            'scripts/**/*.test.tsx',
          ],
        },
      },
    ],
  },
});
