import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Generated, generateAccounts } from './generate-accounts.ts'
import { type Child, runChild } from './link-child.ts'
import { qualityOf, saying, type Quality } from './link-quality.ts'
import { linked } from './link-run.ts'
import { alternate, median, ratioOf, type Measured, type Times } from './measure.ts'

const SEED = 20_260_101
const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** `bonafide link` over generated accounts beside the same rules in DuckDB SQL, each in a process of its own. */
export async function link(records: number, rounds: number): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-link-'))
  try {
    const made = await generateAccounts({ records, seed: SEED, out: join(folder, 'made'), format: 'parquet' })
    const run = await contenders(made, folder)
    const times = await alternate(run.contenders, rounds)
    return lines(times, { ...run, records, made })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Contender = (round: number) => Promise<number>
interface Runs {
  readonly contenders: Readonly<Record<string, Contender>>
  readonly resident: Readonly<Record<string, number[]>>
  /** Seconds. */
  readonly processor: Readonly<Record<string, number[]>>
  readonly quality: Readonly<Record<string, Quality>>
}

async function contenders(made: Generated, folder: string): Promise<Runs> {
  const resident: Record<string, number[]> = {}
  const processor: Record<string, number[]> = {}
  const quality: Record<string, Quality> = {}
  const plan = join(folder, 'plan.json')
  const noted = async (name: string, child: Child, clusters?: string): Promise<number> => {
    ;(resident[name] ??= []).push(child.resident)
    ;(processor[name] ??= []).push(child.processor)
    if (clusters !== undefined) quality[name] ??= await qualityOf(clusters, made.truth)
    return child.milliseconds
  }
  const ours =
    (threads: number): Contender =>
    async (round) => {
      const out = join(folder, `ours-${threads}-${round}`)
      const run = await linked({ input: made.accounts, map: made.map, out, threads })
      // The first run's model is what the peer is spared learning; every later one is the same.
      await writeFile(plan, JSON.stringify(run.plan), { flag: 'wx' }).catch(() => undefined)
      const time = await noted(`bonafide ${threads}`, run, run.clusters)
      await rm(out, { recursive: true, force: true })
      return time
    }
  const sql =
    (threads: number): Contender =>
    async (round) => {
      const out = join(folder, `sql-${threads}-${round}`)
      await mkdir(out)
      const child = await runChild(process.execPath, [
        script('link-in-sql.ts'),
        '--input',
        made.accounts,
        '--plan',
        plan,
        '--out',
        out,
        '--threads',
        String(threads),
      ])
      const time = await noted(`SQL ${threads}`, child, join(out, 'clusters.parquet'))
      await rm(out, { recursive: true, force: true })
      return time
    }
  const floor: Contender = async () =>
    noted('floor 1', await runChild(process.execPath, [script('link-floor.ts'), '--input', made.accounts]))
  return {
    contenders: { 'bonafide 1': ours(1), 'bonafide 2': ours(2), 'SQL 2': sql(2), 'SQL 1': sql(1), 'floor 1': floor },
    resident,
    processor,
    quality,
  }
}

function lines(times: Times, run: Runs & { records: number; made: Generated }): Measured[] {
  const accounts = `${run.records.toLocaleString('en')} accounts`
  const { identifiers } = run.made.ceiling
  const of = (name: string): string => (run.quality[name] === undefined ? '' : `${name} ${saying(run.quality[name])}`)
  const seconds = (name: string): string => `${median(run.processor[name] ?? []).toFixed(1)} s`
  const against = (ours: string, peer: string, atLeast?: number): Measured => ({
    job: 'link',
    what: `the same rules in DuckDB SQL (${peer.slice(4)} thread${peer.endsWith('1') ? '' : 's'}) ÷ \`bonafide link\` (${ours.slice(9)}), ${accounts}`,
    ...ratioOf(times, peer, ours),
    times: `${ratioOf(times, peer, ours).times}; of processors ${seconds(peer)} and ${seconds(ours)} (${ratioOf(run.processor, peer, ours).ratio.toFixed(2)}×)`,
    ...(atLeast === undefined ? {} : { atLeast }),
    quality: `${of(ours)}; ${of(peer)}; ceiling F1 ${identifiers.f1.toFixed(3)}`,
  })
  const memory = ratioOf(run.resident, 'bonafide 1', 'SQL 1')
  const rate = (name: string): string =>
    `${Math.round(run.records / ((times[name]?.toSorted((a, b) => a - b)[0] ?? Number.NaN) / 1000)).toLocaleString('en')} records/s`
  return [
    against('bonafide 1', 'SQL 1', 2),
    against('bonafide 1', 'SQL 2', 2),
    against('bonafide 2', 'SQL 2', 3),
    {
      job: 'link',
      what: `resident memory of \`bonafide link\` (1) ÷ of DuckDB SQL (1 thread), ${accounts}`,
      ...memory,
      goal: 0.6,
      quality: of('bonafide 1'),
      times: `${Math.round(Math.max(...(run.resident['bonafide 1'] ?? [])))} MB (${Math.round(Math.max(...(run.resident['bonafide 2'] ?? [])))} MB on two), SQL ${Math.round(Math.max(...(run.resident['SQL 1'] ?? [])))} MB (${Math.round(Math.max(...(run.resident['SQL 2'] ?? [])))} MB on two)`,
    },
    {
      job: 'link',
      what: `\`bonafide link\` (1) ÷ only reading, settling and hashing every value in DuckDB (1 thread), ${accounts}`,
      ...ratioOf(times, 'bonafide 1', 'floor 1'),
      quality: `at best ${rate('bonafide 1')} on one thread, ${rate('bonafide 2')} on two`,
    },
  ]
}
