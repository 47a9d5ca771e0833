import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Processes, not threads: the sandbox and the stores start children and change the working directory.
    pool: 'forks',
    // The reference machine has two cores; more workers only make each other late.
    maxWorkers: 2,
    globalSetup: ['test/support/run-folder.ts', 'test/support/built.ts'],
    setupFiles: ['test/support/no-network.ts'],
    // A first PGlite start takes seconds on a loaded machine. No test asserts a time; this only ends a hanging one.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    // A suite that found nothing to run is red.
    passWithNoTests: false,
  },
})
