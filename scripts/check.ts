import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import pc from 'picocolors'
import { ROOT } from './modules.ts'

/** `npm run check`: everything that can be said about the repository without running it. Two at a time on two cores. */

const script = (name: string, ...args: string[]): readonly [string, ...string[]] => [
  process.execPath,
  join('scripts', `${name}.ts`),
  ...args,
]
const tool = (name: string, ...args: string[]): readonly [string, ...string[]] => [join('node_modules', '.bin', name), ...args]

/** The slow ones first. `mend` is what a person does about a complaint. */
const CHECKS: readonly { readonly name: string; readonly run: readonly [string, ...string[]]; readonly mend?: string }[] = [
  { name: 'lint', run: tool('oxlint', '--deny-warnings') },
  { name: 'dead code', run: tool('knip', '--no-progress'), mend: 'delete what nothing uses, or use it' },
  // Each checker of its own works out the routes' types anew; one is the quickest where something else runs beside it.
  { name: 'types', run: tool('tsc', '-p', '.', '--checkers', '1') },
  { name: 'console', run: tool('tsc', '-p', 'src/surfaces/console', '--checkers', '1') },
  { name: 'generated', run: script('gen-catalog', '--check'), mend: 'npm run gen' },
  { name: 'names', run: script('check-names') },
  { name: 'sources', run: script('check-sources') },
  { name: 'floors', run: script('check-floors') },
  { name: 'format', run: tool('oxfmt', '--check'), mend: 'npm run format' },
  { name: 'lock', run: script('complete-lock', '--check'), mend: 'npm run lock' },
]

interface Result {
  readonly name: string
  readonly ok: boolean
  readonly output: string
  readonly seconds: number
  readonly mend: string | undefined
}

function run({ name, run: [command, ...args], mend }: (typeof CHECKS)[number]): Promise<Result> {
  return new Promise((done) => {
    const started = performance.now()
    const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' } })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    const end = (ok: boolean, extra = ''): void =>
      done({ name, ok, output: Buffer.concat(chunks).toString() + extra, seconds: (performance.now() - started) / 1000, mend })
    child.once('error', (error) => end(false, String(error)))
    child.once('close', (code) => end(code === 0))
  })
}

/** The last line of a check that passed says what it looked at. */
function lastLine(output: string): string {
  return output.trim().split('\n').at(-1)?.trim() ?? ''
}

/** Enough to start mending; the check alone prints the rest. */
const MOST_LINES = 60
function shortened(output: string): string {
  const lines = output.trim().split('\n')
  return lines.length <= MOST_LINES
    ? lines.join('\n')
    : [...lines.slice(0, MOST_LINES), `… ${lines.length - MOST_LINES} more lines`].join('\n')
}

const waiting = [...CHECKS]
const results: Result[] = []
const started = performance.now()
await Promise.all(
  Array.from({ length: Math.max(2, availableParallelism()) }, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const result = await run(next)
      results.push(result)
      const mark = result.ok ? pc.green('ok  ') : pc.red('FAIL')
      console.log(
        `${mark} ${result.name.padEnd(10)} ${result.seconds.toFixed(1).padStart(5)} s  ${result.ok ? pc.dim(lastLine(result.output)) : ''}`,
      )
    }
  }),
)
const failed = results.filter((r) => !r.ok)
for (const { name, output, mend } of failed)
  console.log(`\n${pc.bold(`── ${name}`)}${mend === undefined ? '' : ` (${mend})`}\n${shortened(output)}`)
console.log(
  `\n${results.length - failed.length} of ${CHECKS.length} checks passed in ${((performance.now() - started) / 1000).toFixed(1)} s`,
)
if (failed.length > 0) process.exitCode = 1
