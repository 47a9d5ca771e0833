import process from 'node:process'
import { builtConsole } from '../../src/surfaces/cli/console.ts'

/**
 * Run by vitest once, before all test files. A program and a reading child that load few files start in a fraction of the time, and
 * tests start hundreds; the console is built once and not by each file that opens it.
 */
export default async function setup(): Promise<void> {
  await import('../../scripts/build-readers.ts')
  await import('../../scripts/build-one-name.ts')
  await import('../../scripts/build-program.ts')
  await builtConsole((line) => void process.stderr.write(`${line}\n`))
}
