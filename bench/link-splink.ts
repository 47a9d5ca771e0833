import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { REGISTER, registerOf } from './historical-made.ts'
import { runChild } from './link-child.ts'
import { linked } from './link-run.ts'
import { qualityOf, saying, type Quality } from './link-quality.ts'
import { alternate, ms, ratioOf, type Measured } from './measure.ts'

const ENTRIES = 50_000
const ROUNDS = 5
const MAP = {
  first_name: 'name',
  surname: 'name',
  born: 'date',
  place: 'exact',
  parcel: 'address',
  occupation: 'exact',
} satisfies Record<(typeof REGISTER)[number], string>
const SCRIPT = fileURLToPath(new URL('link-with-splink.py', import.meta.url))

/** A register of persons linked by `bonafide link` and by Splink, which is installed for this and thrown away. */
export async function linkSplink(): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-splink-'))
  try {
    const python = await splinkIn(join(folder, 'python'))
    if (python instanceof Error) {
      console.error(`splink: skipped, for it cannot be installed here: ${python.message.split('\n', 1)[0]}`)
      return []
    }
    const made = await written(folder)
    const quality: Record<string, Quality> = {}
    const resident = { bonafide: Number.NaN, Splink: Number.NaN }
    const times = await alternate(
      {
        Splink: async () => {
          const clusters = join(folder, 'splink.csv')
          const child = await runChild(python, [SCRIPT, made.input, clusters])
          quality['Splink'] ??= await qualityOf(clusters, made.truth)
          resident.Splink = child.resident
          return 1000 * (JSON.parse(child.output) as { seconds: number }).seconds
        },
        bonafide: async (round) => {
          const run = await linked({ ...made, out: join(folder, `out-${round}`), threads: 1 })
          quality['bonafide'] ??= await qualityOf(run.clusters, made.truth)
          resident.bonafide = run.resident
          return run.milliseconds
        },
      },
      ROUNDS,
    )
    return [
      {
        job: 'splink',
        what: `Splink ÷ \`bonafide link\` on one thread, over an invented register of ${ENTRIES.toLocaleString('en')} entries of ${made.persons.toLocaleString('en')} persons`,
        ...ratioOf(times, 'Splink', 'bonafide'),
        quality: Object.entries(quality)
          .map(([name, q]) => `${name} ${saying(q)}`)
          .join('; '),
        times: `${ratioOf(times, 'Splink', 'bonafide').times}; resident ${Math.round(resident.bonafide)} MB, Splink ${Math.round(resident.Splink)} MB; ${ms(times['bonafide']?.[0] ?? 0)} the first time`,
      },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A Python of its own with Splink from the package index; the error where that cannot be had. */
async function splinkIn(folder: string): Promise<string | Error> {
  try {
    await runChild('python3', ['-m', 'venv', folder])
    const python = join(folder, 'bin', 'python')
    await runChild(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', 'splink==5.0.0'])
    return python
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

async function written(folder: string): Promise<{ input: string; map: string; truth: string; persons: number }> {
  const entries = registerOf(ENTRIES, 1)
  const file = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text)
    return join(folder, name)
  }
  return {
    input: await file(
      'register.csv',
      [`id,${REGISTER.join()}`, ...entries.map(({ values }, i) => `r${i},${values.join()}`), ''].join('\n'),
    ),
    map: await file('map.yml', `id: id\ncolumns:\n${REGISTER.map((name) => `  ${name}: ${MAP[name]}\n`).join('')}`),
    truth: await file('truth.csv', ['id,operator', ...entries.map(({ person }, i) => `r${i},${person}`), ''].join('\n')),
    persons: new Set(entries.map((e) => e.person)).size,
  }
}
