import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { alternate, ratioOf, timed, type Measured } from './measure.ts'
import { namesOf, queriesFor } from './names-made.ts'

const BONAFIDE = join(import.meta.dirname, '..', 'bin', 'bonafide.js')
const ROUNDS = 21
const NAMES = 20_000

/** How long one waits for one name, against a Node that does nothing: each in a process of its own, the list on the shelf. */
export async function namesCold(): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-cold-'))
  try {
    const made = namesOf(NAMES)
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
    const rows = made.names.map(({ text, kind }, i) => `${i},${quoted(text)},${kind === 'other' ? '' : kind}`)
    await writeFile(join(folder, 'list.csv'), `id,name,type\n${rows.join('\n')}\n`)
    await writeFile(join(folder, 'empty.mjs'), '')
    const run = (args: readonly string[]): string =>
      spawnSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] }).stdout.toString()
    const data = ['--data', join(folder, 'data')]
    run([BONAFIDE, 'lists', 'import', join(folder, 'list.csv'), '--as', 'bench-list', ...data])
    const queries = queriesFor(made.names, ROUNDS + 4)
    let found = 0
    const ask = (round: number): void => {
      const text = queries[round % queries.length]?.text ?? ''
      const answer = run([BONAFIDE, 'names', 'screen', text, '--json', ...data])
      if ((JSON.parse(answer) as { queries: [{ hits: unknown[] }] }).queries[0].hits.length > 0) found++
    }
    // Once before the clock starts, as for everybody who asks more than one name on a day: Node keeps what it compiled.
    ask(0)
    found = 0
    const times = await alternate(
      {
        'one name': (round) => timed(async () => ask(round)),
        'empty Node': () => timed(async () => void run([join(folder, 'empty.mjs')])),
      },
      ROUNDS,
    )
    return [
      {
        job: 'names-cold',
        what: `\`bonafide names screen\` of one name among ${NAMES.toLocaleString('en')} ÷ a Node that runs an empty file`,
        ...ratioOf(times, 'one name', 'empty Node'),
        goal: 2,
        quality: `something found on ${found} of ${ROUNDS} names written in eight ways`,
      },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
