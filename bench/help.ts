import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { alternate, ratioOf, timed, type Measured } from './measure.ts'

const BONAFIDE = join(import.meta.dirname, '..', 'bin', 'bonafide.js')
const ROUNDS = 21

/** How long one waits for `--help`, against a Node that does nothing: each in a process of its own. */
export async function help(): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-bench-'))
  try {
    const empty = join(folder, 'empty.mjs')
    await writeFile(empty, '')
    let printed = 0
    const start = (args: readonly string[]): Promise<number> =>
      timed(() => (printed = spawnSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] }).stdout.length))
    const times = await alternate({ help: () => start([BONAFIDE, '--help']), 'empty Node': () => start([empty]) }, ROUNDS)
    await start([BONAFIDE, '--help'])
    if (printed < 500) throw new Error('--help printed nothing')
    return [
      {
        job: 'help',
        what: '`bonafide --help` ÷ a Node that runs an empty file',
        ...ratioOf(times, 'help', 'empty Node'),
        goal: 1.3,
        quality: `${printed} characters of help`,
      },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
