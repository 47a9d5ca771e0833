import { configDefaults, defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { DearFirst } from './test/support/dear-first.ts'

/** Files that replace a module for themselves: they want it loaded anew. */
const ALONE = ['test/adapters/passwords.test.ts']

const project = (name: string, more: { include: string[]; exclude: string[]; isolate: boolean }): TestProjectConfiguration => ({
  test: {
    name,
    ...more,
    // Processes, not threads: the sandbox and the stores start children and change the working directory.
    pool: 'forks',
    setupFiles: ['test/support/each-file.ts'],
    // A first PGlite start takes seconds on a loaded machine. No test asserts a time; this only ends a hanging one.
    testTimeout: 180_000,
    // What a page shows is waited for as long as an element is: a second is short while the other process compiles.
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 300_000,
  },
})

export default defineConfig({
  test: {
    // One file after another in a process, so that the catalogue and the embedded database are loaded and compiled once and not two
    // hundred times. What a file opens ends with it (test/support/file-end.ts).
    projects: [
      project('together', { include: ['test/**/*.test.ts'], exclude: [...configDefaults.exclude, ...ALONE], isolate: false }),
      project('alone', { include: ALONE, exclude: configDefaults.exclude, isolate: true }),
    ],
    // The reference machine has two cores; more workers only make each other late.
    maxWorkers: 2,
    sequence: { sequencer: DearFirst },
    globalSetup: ['test/support/run-folder.ts', 'test/support/built.ts'],
    // A suite that found nothing to run is red.
    passWithNoTests: false,
  },
})
