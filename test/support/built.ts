import process from 'node:process'
import { builtConsole } from '../../src/surfaces/cli/console.ts'

/**
 * Run by vitest once, before all test files. A reading child that loads few files starts in a third of the time, and tests start
 * hundreds; the console is built once and not by each file that opens it.
 */
export default async function setup(): Promise<void> {
  await import('../../scripts/build-readers.ts')
  await import('../../scripts/build-one-name.ts')
  await builtConsole((line) => void process.stderr.write(`${line}\n`))
}
